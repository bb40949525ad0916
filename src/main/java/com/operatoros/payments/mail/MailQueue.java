package com.operatoros.payments.mail;

import com.operatoros.payments.outbox.OutboxState;
import com.operatoros.payments.outbox.RowQueued;
import com.operatoros.payments.payment.Payment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts mails into the outbox, in the transaction of what causes them (rule X1). */
@ApplicationScoped
class MailQueue {

    @PersistenceContext(unitName = "payments")
    private EntityManager entities;

    @Inject
    private MailSettings settings;

    @Inject
    private Event<RowQueued> queued;

    @Inject
    private Clock clock;

    /** A mail that is not in the outbox yet. */
    OutboxMail draft(@Nullable UUID paymentId, MailKind kind, String recipient) {
        return new OutboxMail(paymentId, kind, recipient, settings.domain(), clock.instant());
    }

    void add(OutboxMail mail) {
        entities.persist(settings.isConfigured() ? mail : mail.withoutServer());
        queued.fire(new RowQueued(MailOutbox.NAME));
    }

    /** The mails of this kind that the client of a payment gets or got. */
    List<OutboxMail> find(Payment payment, MailKind kind) {
        return entities.createQuery(
                        "select m from OutboxMail m where m.paymentId = :payment and m.kind = :kind", OutboxMail.class)
                .setParameter("payment", payment.id())
                .setParameter("kind", kind)
                .getResultList();
    }

    /** Which of these kinds of mails the clients of payments get or got. */
    Map<UUID, Set<MailKind>> findKinds(Collection<Payment> payments, Set<MailKind> kinds) {
        return entities.createQuery(
                        "select m from OutboxMail m where m.paymentId in :payments and m.kind in :kinds",
                        OutboxMail.class)
                .setParameter("payments", payments.stream().map(Payment::id).collect(Collectors.toSet()))
                .setParameter("kinds", kinds)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        mail -> Objects.requireNonNull(mail.paymentId()),
                        Collectors.mapping(OutboxMail::kind, Collectors.toSet())));
    }

    /** The mail about a notification that nobody has tried to send yet, nor will before this transaction ends. */
    Optional<OutboxMail> findUntried(long notificationId, String recipient) {
        return entities.createQuery(
                        "select m from OutboxMail m where m.notificationId = :notification"
                                + " and m.recipient = :recipient and m.delivery.state = :queued and m.delivery.claims = 0",
                        OutboxMail.class)
                .setParameter("notification", notificationId)
                .setParameter("recipient", recipient)
                .setParameter("queued", OutboxState.QUEUED)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }
}
