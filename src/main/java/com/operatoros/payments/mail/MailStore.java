package com.operatoros.payments.mail;

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
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Holds the transactions before and after the sending of a mail. */
@Stateless
public class MailStore {

    /** How many notices to the same admin are due as well is counted no further than it matters. */
    private static final String CLAIM = """
            update mail_outbox m set claims = m.claims + 1, next_at = ?2
            where m.id = (select id from mail_outbox where state = 'queued' and next_at <= ?1 order by next_at, id limit 1
                for update skip locked)
            returning cast(m.id as text), m.claims, case when m.kind = 'notice' and m.claims = 1 then
                (select count(*) from (select from mail_outbox w where w.state = 'queued' and w.kind = 'notice' and w.claims = 0
                    and w.recipient = m.recipient and w.next_at <= ?1 and w.id <> m.id limit ?3) few) else 0 end""";

    @PersistenceContext(unitName = "payments")
    private EntityManager entities;

    @Inject
    private PaymentStore payments;

    @Inject
    private MailRecorder history;

    @Inject
    private NoticeBundles bundles;

    @Inject
    private LetterWriter writer;

    @Inject
    private Clock clock;

    private record Claim(Lease<UUID> lease, int others) {
        boolean isInBurst() {
            return others >= NoticeBundles.BURST;
        }
    }

    /** Takes the mail that has been due longest and that nobody holds. */
    public Optional<Lease<UUID>> claimNext() {
        Instant now = clock.instant();
        Optional<Claim> claim = Sql.of(entities, CLAIM, now, now.plus(Lease.LENGTH), NoticeBundles.BURST)
                .first(row -> new Claim(new Lease<>(row.uuid(1), row.count(2)), row.count(3)));
        claim.filter(Claim::isInBurst)
                .ifPresent(first -> bundles.gather(first.lease().what()));
        return claim.map(Claim::lease);
    }

    /** There is no mail server any more: what waits for one says so (rule I5). */
    public void endWithoutServer() {
        Sql.of(
                        entities,
                        "update mail_outbox set state = 'not_configured', reason = cast(?2 as jsonb), ended_at = ?1"
                                + " where state = 'queued' and (next_at <= ?1 or bundled_in is not null)",
                        clock.instant(),
                        OutboxMail.NOT_CONFIGURED.toJson())
                .execute();
    }

    /** Writes the letter as the payment stands now. */
    public LetterWriter.Result write(Lease<UUID> lease) {
        OutboxMail mail = entities.find(OutboxMail.class, lease.what());
        UUID paymentId = mail.paymentId();
        return mail.kind() == MailKind.NOTICE
                ? writer.notice(mail, bundles.within(mail))
                : writer.write(mail, paymentId == null ? null : entities.find(Payment.class, paymentId));
    }

    /** Records how a try has ended, in the mail's row and in the history of the payment that it brings. */
    public void record(Lease<UUID> lease, Handover end) {
        OutboxMail mail = entities.find(OutboxMail.class, lease.what());
        UUID paymentId = mail.kind().isForClient() ? mail.paymentId() : null;
        // The payment first, as everybody who locks it and then touches its mails.
        Payment payment = paymentId == null ? null : payments.lock(paymentId);
        entities.refresh(mail, LockModeType.PESSIMISTIC_WRITE);
        boolean counts = mail.delivery().record(lease, end, clock.instant());
        if (counts) {
            bundles.end(mail);
        }
        if (counts && payment != null) {
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
