package com.operatoros.payments.mail;

import com.operatoros.payments.business.BillingProfile;
import com.operatoros.payments.mail.MailText.Link;
import com.operatoros.payments.mail.MailText.Row;
import com.operatoros.payments.text.Messages;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;

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

    /** Many of them at once, each in a line of its own. */
    MailText bundle(OutboxMail mail, List<OutboxMail> others) {
        int number = others.size() + 1;
        return new MailText(
                shortened(texts.get("mail.notices.subject", number, mail.title(), mail.words())),
                List.of(texts.get("mail.notices.lead", number)),
                Stream.concat(Stream.of(mail), others.stream())
                        .map(each -> new Row(
                                each.title(), each.words() + "\n" + action(each).url()))
                        .toList(),
                list(),
                List.of(),
                List.of(texts.get("mail.notice.why")),
                List.of(texts.get("app.name")));
    }

    private String subject(OutboxMail mail) {
        return shortened(texts.get("mail.notice.subject", mail.title(), mail.words()));
    }

    private static String shortened(String subject) {
        int length = subject.codePointCount(0, subject.length());
        return length <= SUBJECT_LIMIT
                ? subject
                : subject.substring(0, subject.offsetByCodePoints(0, SUBJECT_LIMIT)) + "…";
    }

    private Link action(OutboxMail mail) {
        return mail.paymentId() == null
                ? list()
                : new Link(
                        texts.get("mail.notice.payment"),
                        profile.publicUrl() + "/admin/payment?id=" + mail.paymentId());
    }

    private Link list() {
        return new Link(texts.get("mail.notice.list"), profile.publicUrl() + "/admin/notifications");
    }
}
