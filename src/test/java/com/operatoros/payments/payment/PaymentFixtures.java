package com.operatoros.payments.payment;

import com.operatoros.payments.gateway.Failure;
import com.operatoros.payments.gateway.GatewayAnswer;
import com.operatoros.payments.gateway.ObjectKind;
import com.operatoros.payments.text.Message;
import com.operatoros.payments.text.Messages;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Puts payments into the database of a running server and reads what became of them. */
@Stateless
public class PaymentFixtures {

    @PersistenceContext(unitName = "payments")
    private EntityManager entities;

    /** What a test looks at; the entity itself stays in its transaction. */
    public record Seen(
            PaymentStatus status,
            long paidMinor,
            @Nullable String failureCode,
            @Nullable String session,
            int attempts) {}

    public UUID aPaymentBeingCreated() {
        Payment payment = create();
        entities.persist(payment);
        return payment.id();
    }

    public UUID aPendingPayment(String linkId) {
        Payment payment = create();
        payment.opened(
                GatewayAnswer.link(linkId, "https://pay.example/" + linkId),
                Clock.systemUTC().instant());
        entities.persist(payment);
        entities.flush();
        entities.persist(new StripeObject(
                linkId,
                ObjectKind.PAYMENT_LINK,
                payment.id(),
                null,
                Clock.systemUTC().instant()));
        return payment.id();
    }

    public void recordLink(UUID id, String linkId) {
        entities.find(Payment.class, id)
                .opened(
                        GatewayAnswer.link(linkId, "https://pay.example/" + linkId),
                        Clock.systemUTC().instant());
    }

    public Seen see(UUID id) {
        Payment payment = entities.find(Payment.class, id);
        return new Seen(
                payment.status(),
                payment.outcome().amountPaid().minor(),
                payment.outcome().failure().map(Failure::code).orElse(null),
                payment.stripe().checkoutSession(),
                count("payment_fact where kind = 'attempt'", id));
    }

    public int countEvents(String eventId) {
        return ((Number) entities.createNativeQuery("select count(*) from stripe_event where id = ?1")
                        .setParameter(1, eventId)
                        .getSingleResult())
                .intValue();
    }

    /** Whether the effect of an event has failed. */
    public boolean hasFailed(String eventId) {
        return !entities.createNativeQuery("select id from stripe_event where id = ?1 and error is not null")
                .setParameter(1, eventId)
                .getResultList()
                .isEmpty();
    }

    /** Does something, in another transaction, while this one holds the payment. */
    public <T> T whileLocked(UUID id, Callable<T> work) throws Exception {
        entities.find(Payment.class, id, LockModeType.PESSIMISTIC_WRITE);
        return work.call();
    }

    /** What its history tells, in its order. */
    @SuppressWarnings("unchecked")
    public List<String> history(UUID id) {
        return entities.createNativeQuery("select kind || coalesce(' ' || from_status || ' ' || to_status, '') || ' '"
                        + " || cast(message as text) from payment_history where payment_id = ?1 order by at, id")
                .setParameter(1, id)
                .getResultList();
    }

    public int countHistory(UUID id) {
        return count("payment_history where true", id);
    }

    public List<String> notifications(UUID id) {
        return told(id, ".title");
    }

    public List<String> messages(UUID id) {
        return told(id, ".message");
    }

    @SuppressWarnings("unchecked")
    private List<String> told(UUID id, String part) {
        List<String> kept = entities.createNativeQuery(
                        "select cast(message as text) from notification where payment_id = ?1 order by id")
                .setParameter(1, id)
                .getResultList();
        return kept.stream()
                .map(Message::fromJson)
                .map(message -> message.in(Messages.english(), message.key() + part))
                .toList();
    }

    @SuppressWarnings("unchecked")
    public List<String> contradictions(String eventId) {
        return entities.createNativeQuery("select level from notification where fact = ?1")
                .setParameter(1, "contradiction:" + eventId)
                .getResultList();
    }

    private int count(String rows, UUID id) {
        return ((Number) entities.createNativeQuery("select count(*) from " + rows + " and payment_id = ?1")
                        .setParameter(1, id)
                        .getSingleResult())
                .intValue();
    }

    private Payment create() {
        long number = ((Number) entities.createNativeQuery("select nextval('payment_reference')")
                        .getSingleResult())
                .longValue();
        PaymentOrder order = new PaymentOrder(
                PaymentType.LINK, "Website", "Client", "client@example.com", Payments.ASKED, "Website", null, false);
        return new Payment(
                order,
                PaymentOrigin.create(number, false, "admin", Clock.systemUTC().instant()));
    }
}
