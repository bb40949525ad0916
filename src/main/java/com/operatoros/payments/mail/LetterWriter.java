package com.operatoros.payments.mail;

import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.PaymentStatus;
import com.operatoros.payments.text.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes a mail of the outbox when it is sent, if there still is a use in it (rule I3). */
@ApplicationScoped
class LetterWriter {

    @Inject
    private ClientTexts clientTexts;

    @Inject
    private NoticeTexts noticeTexts;

    /** The letter, or why there is none. */
    record Result(@Nullable Letter letter, @Nullable Message pointless) {}

    /** A notice to an admin, which may bring others (rule I7). */
    Result notice(OutboxMail mail, List<OutboxMail> others) {
        return letter(mail, others.isEmpty() ? noticeTexts.notice(mail) : noticeTexts.bundle(mail, others));
    }

    Result write(OutboxMail mail, @Nullable Payment payment) {
        Payment subject = Objects.requireNonNull(payment, "a mail to a client is about a payment");
        Optional<String> objection = objection(mail.kind(), subject.status());
        if (objection.isPresent()) {
            return new Result(null, Message.of("mail.pointless." + objection.get()));
        }
        boolean isReceipt = subject.status() == PaymentStatus.PAID;
        return letter(mail, isReceipt ? clientTexts.receipt(subject) : clientTexts.request(subject));
    }

    private static Result letter(OutboxMail mail, MailText text) {
        return new Result(new Letter(mail.messageId(), mail.recipient(), text), null);
    }

    private static Optional<String> objection(MailKind kind, PaymentStatus status) {
        return switch (status) {
            case CANCELED, REJECTED -> Optional.of("withdrawn");
            case PROCESSING -> kind == MailKind.RECEIPT ? Optional.empty() : Optional.of("paid");
            case PAID -> kind == MailKind.PAYMENT ? Optional.of("paid") : Optional.empty();
            case CREATING, PENDING, FAILED -> Optional.empty();
        };
    }
}
