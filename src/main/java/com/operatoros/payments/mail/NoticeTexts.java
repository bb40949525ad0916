package com.operatoros.payments.mail;

import com.operatoros.payments.business.BillingProfile;
import com.operatoros.payments.mail.MailText.Link;
import com.operatoros.payments.text.Messages;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/** Writes what an admin reads about a notification. */
@Dependent
class NoticeTexts {

    private static final int SUBJECT_LIMIT = 150;

    private final BillingProfile profile;
    private final Messages texts = Messages.english();

    @Inject
    NoticeTexts(BillingProfile profile) {
        this.profile = profile;
    }

    MailText notice(OutboxMail mail) {
        return new MailText(
                subject(mail),
                List.of(mail.title(), mail.words()),
                List.of(),
                action(mail),
                List.of(),
                List.of(texts.get("mail.notice.why")),
                List.of(texts.get("app.name")));
    }

    private String subject(OutboxMail mail) {
        String subject = texts.get("mail.notice.subject", mail.title(), mail.words());
        int length = subject.codePointCount(0, subject.length());
        return length <= SUBJECT_LIMIT
                ? subject
                : subject.substring(0, subject.offsetByCodePoints(0, SUBJECT_LIMIT)) + "…";
    }

    private Link action(OutboxMail mail) {
        return mail.paymentId() == null
                ? new Link(texts.get("mail.notice.list"), profile.publicUrl() + "/admin/notifications")
                : new Link(
                        texts.get("mail.notice.payment"),
                        profile.publicUrl() + "/admin/payment?id=" + mail.paymentId());
    }
}
