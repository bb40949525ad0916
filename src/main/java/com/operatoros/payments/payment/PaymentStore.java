package com.operatoros.payments.payment;

import com.operatoros.payments.gateway.IntentId;
import com.operatoros.payments.gateway.ObjectKind;
import com.operatoros.payments.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a payment, for the use cases that change it; it joins their transaction. Long since whatever hangs on a payment is found
 * and let go of here.
 */
@ApplicationScoped
public class PaymentStore {

    @PersistenceContext(unitName = "payments")
    private EntityManager entities;

    @Inject
    private Clock clock;

    /** Writes a new payment, with what it is searched for. */
    void add(Payment payment) {
        entities.persist(payment);
        entities.flush();
        Sql.of(
                        entities,
                        "insert into payment_term (payment_id, term) values (?1, ?2)",
                        payment.id(),
                        payment.bill().searchTerm(payment.reference()))
                .execute();
    }

    /** Lets a payment be found by who paid it. */
    void addTerm(Payment payment, PaidBy payer) {
        String term = Stream.of(payer.name(), payer.email())
                .filter(Objects::nonNull)
                .map(text -> text.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("\n"));
        if (!term.isEmpty()) {
            Sql.of(
                            entities,
                            "insert into payment_term (payment_id, term) select ?1, ?2 where not exists"
                                    + " (select from payment_term t where t.payment_id = ?1 and t.term = ?2)",
                            payment.id(),
                            term)
                    .execute();
        }
    }

    /**
     * Waits until nobody else changes the payment, and reads it as it is then.
     *
     * @throws PaymentNotFound when there is none of this id
     */
    public Payment lock(UUID id) {
        Payment payment = entities.find(Payment.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (payment == null) {
            throw new PaymentNotFound(id);
        }
        return payment;
    }

    /** The payments that own any of these ids of Stripe. */
    public Set<UUID> findOwners(Collection<String> stripeIds) {
        return Set.copyOf(findRecorded(stripeIds).values());
    }

    /** Of these ids of Stripe those that are recorded, each with its payment. */
    public Map<String, UUID> findRecorded(Collection<String> stripeIds) {
        return stripeIds.isEmpty()
                ? Map.of()
                : entities.createQuery("select o from StripeObject o where o.id in :ids", StripeObject.class)
                        .setParameter("ids", stripeIds)
                        .getResultStream()
                        .collect(Collectors.toMap(StripeObject::id, StripeObject::paymentId));
    }

    /** All ids of a kind that are recorded on a payment, the first one first. */
    public List<String> findIds(UUID paymentId, ObjectKind kind) {
        return entities.createQuery(
                        "select o.id from StripeObject o where o.paymentId = :id and o.kind = :kind"
                                + " order by o.recordedAt, o.id",
                        String.class)
                .setParameter("id", paymentId)
                .setParameter("kind", kind.code())
                .getResultList();
    }

    /** Whether a payment of this id is ours. */
    public boolean knows(UUID id) {
        return !entities.createQuery("select p.id from Payment p where p.id = :id", UUID.class)
                .setParameter("id", id)
                .getResultList()
                .isEmpty();
    }

    /** A customer belongs to many payments, so its id tells nothing about one of them. */
    void learn(Payment payment, ObjectKind kind, String id, @Nullable IntentId intent) {
        // Which of several intents is shown is decided when all is known, which invoice when more than its id is known,
        // and which link by whoever makes another one.
        if (kind == ObjectKind.CUSTOMER || payment.stripe().find(kind).isEmpty()) {
            payment.ids().learn(kind, id);
        }
        if (kind == ObjectKind.CUSTOMER) {
            return;
        }
        StripeObject known = entities.find(StripeObject.class, id);
        if (known == null) {
            entities.persist(new StripeObject(id, kind, payment.id(), intent, clock.instant()));
        } else {
            known.belongsTo(intent);
        }
    }

    /** Lets go of all that hangs on an intent that is not the payment's, and reads what is left. */
    void disown(Payment payment, IntentId intent) {
        entities.flush();
        String ofIntent = " where payment_id = ?1 and (intent_id = ?2 or charge_id in"
                + " (select id from stripe_object where payment_id = ?1 and intent_id = ?2))";
        for (String rows : List.of(
                "payment_refund" + ofIntent,
                "payment_dispute" + ofIntent,
                "payment_attempt where payment_id = ?1 and intent_id = ?2",
                "payment_suspicion where payment_id = ?1 and intent_id = ?2",
                "payment_payer where payment_id = ?1 and id = ?2",
                "stripe_object where payment_id = ?1 and (id = ?2 or intent_id = ?2)")) {
            Sql.of(entities, "delete from " + rows, payment.id(), intent.value())
                    .execute();
        }
        entities.refresh(payment);
    }

    /** Of several sessions, intents and charges those are shown that belong to the intent that matters. */
    void arrange(Payment payment) {
        List<StripeObject> objects = entities.createQuery(
                        "select o from StripeObject o where o.paymentId = :id order by o.id", StripeObject.class)
                .setParameter("id", payment.id())
                .getResultList();
        payment.ids().arrange(objects, payment.facts().settlement());
    }

    void write(HistoryEntry entry) {
        entities.persist(entry);
    }
}
