package com.operatoros.payments.mail;

import com.operatoros.payments.outbox.DueRows;
import com.operatoros.payments.outbox.Handover;
import com.operatoros.payments.outbox.Lease;
import com.operatoros.payments.payment.MailRecorder;
import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.PaymentStore;
import com.operatoros.payments.sql.Sql;
import com.operatoros.payments.text.Message;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Holds the transactions before and after the sending of a mail. */
@Stateless
public class MailStore {

    @PersistenceContext(unitName = "payments")
    private EntityManager entities;

    @Inject
    private DueRows due;

    @Inject
    private PaymentStore payments;

    @Inject
    private MailRecorder history;

    @Inject
    private LetterWriter writer;

    @Inject
    private Clock clock;

    /** Takes the mail that has been due longest and that nobody holds. */
    public Optional<Lease<UUID>> claimNext() {
        return due.lockNext(OutboxMail.class, "mail_outbox", "id")
                .map(mail -> mail.claim(clock.instant().plus(Lease.LENGTH)));
    }

    /** There is no mail server any more: what waits for one says so (rule I5). */
    public void endWithoutServer() {
        Sql.of(
                        entities,
                        "update mail_outbox set state = 'not_configured', reason = cast(?2 as jsonb), ended_at = ?1"
                                + " where state = 'queued' and next_at <= ?1",
                        clock.instant(),
                        OutboxMail.NOT_CONFIGURED.toJson())
                .execute();
    }

    /** Writes the letter as the payment stands now. */
    public LetterWriter.Result write(Lease<UUID> lease) {
        OutboxMail mail = entities.find(OutboxMail.class, lease.what());
        UUID paymentId = mail.paymentId();
        return writer.write(mail, paymentId == null ? null : entities.find(Payment.class, paymentId));
    }

    /** Records how a try has ended, in the mail's row and in the history of the payment that it brings. */
    public void record(Lease<UUID> lease, Handover end) {
        UUID paymentId = entities.find(OutboxMail.class, lease.what()).paymentId();
        // The payment first, as everybody who locks it and then touches its mails.
        Payment payment = paymentId == null ? null : payments.lock(paymentId);
        OutboxMail mail = entities.find(OutboxMail.class, lease.what());
        entities.refresh(mail, LockModeType.PESSIMISTIC_WRITE);
        boolean counts = mail.delivery().record(lease, end, clock.instant());
        if (counts && payment != null && mail.kind().isForClient()) {
            entry(payment, mail, end).run();
        }
    }

    /** What the history of the payment is told; of trouble that may pass, nothing. */
    private Runnable entry(Payment payment, OutboxMail mail, Handover end) {
        Message reason = end.reason() == null ? Message.quote("") : end.reason();
        Runnable refusal = () -> history.refused(payment, mail.id(), reason, mail.messageId());
        return switch (end.kind()) {
            case TAKEN -> () -> history.sent(payment, mail.kind().code(), mail.messageId());
            case POINTLESS -> () -> history.dropped(payment, reason, mail.messageId());
            case REFUSED -> refusal;
            case LATER -> mail.delivery().isQueued() ? () -> {} : refusal;
        };
    }
}
