package com.operatoros.payments.mail;

import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import com.operatoros.payments.business.BillingProfile;
import com.operatoros.payments.outbox.OutboxState;
import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.PaymentStatus;
import com.operatoros.payments.payment.operation.OperationQueries;
import com.operatoros.payments.payment.operation.SendingView;
import com.operatoros.payments.text.Message;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds what became of the mails of payments, for the admin to see. */
@Stateless
@RolesAllowed("admin")
@TransactionAttribute(SUPPORTS)
public class MailStates {

    /** Those that bring a payment to its client. */
    private static final List<MailKind> BRINGING = List.of(MailKind.PAYMENT, MailKind.RESEND);

    @PersistenceContext(unitName = "payments")
    private EntityManager entities;

    @EJB
    private OperationQueries operations;

    @Inject
    private BillingProfile profile;

    /** How far the latest mail that brings the payment to the client has come. */
    public MailState of(Payment payment) {
        return Objects.requireNonNull(of(List.of(payment)).get(payment.id()));
    }

    /** The same for each of these payments, by their ids. */
    public Map<UUID, MailState> of(Collection<Payment> payments) {
        List<UUID> ids = payments.stream().map(Payment::id).toList();
        Map<UUID, OutboxMail> latest = latest(ids);
        Map<UUID, SendingView> sendings = operations.sendings(ids);
        Map<UUID, MailState> states = new HashMap<>();
        payments.forEach(payment ->
                states.put(payment.id(), state(payment, latest.get(payment.id()), sendings.get(payment.id()))));
        return states;
    }

    private Map<UUID, OutboxMail> latest(List<UUID> payments) {
        Map<UUID, OutboxMail> latest = new HashMap<>();
        if (!payments.isEmpty()) {
            entities.createQuery(
                            "select m from OutboxMail m where m.paymentId in :payments and m.kind in :kinds"
                                    + " order by m.delivery.queuedAt, m.id",
                            OutboxMail.class)
                    .setParameter("payments", payments)
                    .setParameter("kinds", BRINGING)
                    .getResultStream()
                    .forEach(mail -> latest.put(Objects.requireNonNull(mail.paymentId()), mail));
        }
        return latest;
    }

    private MailState state(Payment payment, @Nullable OutboxMail ours, @Nullable SendingView sending) {
        Instant stripes = profile.mails(payment.bill().isLink(), payment.isLive())
                ? null
                : payment.gateway().mailedAt();
        if (stripes != null && (ours == null || ours.delivery().since().isBefore(stripes))) {
            return new MailState(
                    "sent", stripes, Message.of(payment.isLive() ? "mail.by_stripe" : "mail.by_stripe.test"));
        }
        if (ours == null && sending != null && payment.bill().sendsEmail()) {
            return MailState.of(sending);
        }
        return ours == null ? MailState.NOT_REQUESTED : MailState.of(ours);
    }

    /**
     * The mails about a payment.
     *
     * @param all oldest first
     * @param ofClient how far the latest one has come that brings the payment to the client
     */
    public record OfPayment(List<MailLine> all, MailState ofClient) {}

    public OfPayment about(Payment payment) {
        List<OutboxMail> all = entities.createQuery(
                        "select m from OutboxMail m where m.paymentId = :payment order by m.delivery.queuedAt, m.id",
                        OutboxMail.class)
                .setParameter("payment", payment.id())
                .getResultList();
        OutboxMail latest = all.stream()
                .filter(mail -> BRINGING.contains(mail.kind()))
                .reduce((one, later) -> later)
                .orElse(null);
        SendingView sending = operations.sendings(List.of(payment.id())).get(payment.id());
        return new OfPayment(all.stream().map(MailLine::of).toList(), state(payment, latest, sending));
    }

    /** Payments that wait for a client whom no mail has reached, the latest first. */
    public List<Undelivered> undelivered(int limit) {
        return entities.createQuery(
                        "select p, m from OutboxMail m, Payment p where p.id = m.paymentId and p.outcome.status in :open"
                                + " and m.delivery.state in :lost and m.kind in :kinds"
                                + " and not exists (select n.id from OutboxMail n where n.paymentId = m.paymentId"
                                + " and n.kind in :kinds and n.delivery.queuedAt > m.delivery.queuedAt)"
                                + " order by m.delivery.queuedAt desc",
                        Object[].class)
                .setParameter("lost", List.of(OutboxState.FAILED, OutboxState.NOT_CONFIGURED))
                .setParameter("kinds", BRINGING)
                .setParameter("open", List.of(PaymentStatus.PENDING, PaymentStatus.FAILED))
                .setMaxResults(limit)
                .getResultStream()
                .map(found -> new Undelivered(
                        (Payment) found[0], ((OutboxMail) found[1]).delivery().reason()))
                .toList();
    }

    /** How many mails wait because of trouble that may pass. */
    public long held() {
        return entities.createQuery(
                        "select count(m) from OutboxMail m where m.delivery.state = :queued and m.delivery.reason is not null",
                        Long.class)
                .setParameter("queued", OutboxState.QUEUED)
                .getSingleResult();
    }
}
