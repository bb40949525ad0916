package com.operatoros.payments.mail;

import com.operatoros.payments.payment.MailRecorder;
import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.PaymentStore;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The transactions before and after the sending of a mail (rules M2 and M4). */
@Stateless
public class OutboxRecords {

    /** Longer than a sending may take. */
    static final Duration LEASE = Duration.ofMinutes(2);

    @PersistenceContext(unitName = "payments")
    private EntityManager entities;

    @Inject
    private PaymentStore store;

    @Inject
    private MailRecorder history;

    @Inject
    private LetterWriter writer;

    @Inject
    private Clock clock;

    /** Takes the mail that has been due longest and that nobody holds. */
    public Optional<Claim> claimNext() {
        Instant now = clock.instant();
        List<?> found = entities.createNativeQuery(
                        "select * from mail_outbox where state = 'queued' and next_at <= ?1"
                                + " order by next_at limit 1 for update skip locked",
                        OutboxMail.class)
                .setParameter(1, now.atOffset(ZoneOffset.UTC))
                .getResultList();
        return found.stream()
                .map(row -> ((OutboxMail) row).claim(now.plus(LEASE)))
                .findFirst();
    }

    /** There is no mail server any more: what waits for one says so (rule M7). */
    public void endWithoutServer() {
        entities.createNativeQuery("update mail_outbox set state = 'not_configured', reason = ?2, ended_at = ?1"
                        + " where state = 'queued' and next_at <= ?1")
                .setParameter(1, clock.instant().atOffset(ZoneOffset.UTC))
                .setParameter(2, OutboxMail.NOT_CONFIGURED)
                .executeUpdate();
    }

    /** Writes the letter as the payment stands now. */
    public LetterWriter.Result write(Claim claim) {
        OutboxMail mail = entities.find(OutboxMail.class, claim.mailId());
        return writer.write(mail, payment(mail.paymentId()));
    }

    private @Nullable Payment payment(@Nullable UUID id) {
        return id == null ? null : entities.find(Payment.class, id);
    }

    /** Records how an attempt has ended, unless another one has been begun meanwhile. */
    public void record(Claim claim, Delivery delivery) {
        UUID paymentId = entities.find(OutboxMail.class, claim.mailId()).paymentId();
        // The payment first, as everybody who locks it and then touches its mails.
        Payment payment = paymentId == null ? null : store.lock(paymentId);
        OutboxMail mail = entities.find(OutboxMail.class, claim.mailId());
        entities.refresh(mail, LockModeType.PESSIMISTIC_WRITE);
        // What the mail server took is sent, whoever holds the mail by now.
        boolean counts =
                delivery instanceof Delivery.Sent ? mail.state() == OutboxState.QUEUED : mail.isHeldUnder(claim);
        if (counts) {
            apply(mail, mail.kind().isForClient() ? payment : null, delivery);
        }
    }

    private void apply(OutboxMail mail, @Nullable Payment payment, Delivery delivery) {
        Instant now = clock.instant();
        if (delivery instanceof Delivery.Sent) {
            mail.sent(now);
            if (payment != null) {
                history.sent(payment, mail.kind().code(), mail.messageId());
            }
        } else if (delivery instanceof Delivery.Dropped dropped) {
            mail.failed(now, dropped.reason());
            if (payment != null) {
                history.dropped(payment, dropped.reason(), mail.messageId());
            }
        } else if (delivery instanceof Delivery.Refused refused) {
            fail(mail, payment, refused.reason());
        } else if (delivery instanceof Delivery.Later later) {
            if (mail.isGivenUp(now)) {
                fail(mail, payment, later.reason());
            } else {
                mail.later(now, later.reason());
            }
        }
    }

    private void fail(OutboxMail mail, @Nullable Payment payment, String reason) {
        mail.failed(clock.instant(), reason);
        if (payment != null) {
            history.refused(payment, mail.id(), reason, mail.messageId());
        }
    }
}
