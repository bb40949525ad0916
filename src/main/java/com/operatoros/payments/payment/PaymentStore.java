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
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
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

    /** Reads payments that are locked, and then the facts of all of them. */
    public Map<UUID, Payment> read(Collection<UUID> locked) {
        if (locked.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery("select p from Payment p where p.id in :ids", Payment.class)
                .setParameter("ids", locked)
                .setHint("eclipselink.batch.type", "IN")
                .setHint("eclipselink.batch", "p.known")
                .getResultStream()
                .collect(Collectors.toMap(Payment::id, payment -> payment));
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

    /** The objects of a payment, read once, to which others are added. */
    public final class Objects {
        private final Payment payment;
        private final Map<String, StripeObject> known = new TreeMap<>();

        private Objects(Payment payment, List<StripeObject> objects) {
            this.payment = payment;
            objects.forEach(object -> known.put(object.id(), object));
        }

        /** The ids of all of them. */
        public Set<String> ids() {
            return known.keySet();
        }

        /**
         * Records that an object belongs to the payment. A customer belongs to many, so its id tells nothing about one of them.
         *
         * @param intent the intent to which the object belongs, where that is known
         */
        public void learn(ObjectKind kind, String id, @Nullable IntentId intent) {
            show(payment, kind, id);
            IntentId of = kind == ObjectKind.PAYMENT_LINK || kind == ObjectKind.INVOICE ? null : intent;
            if (kind != ObjectKind.CUSTOMER) {
                known.computeIfAbsent(id, unknown -> added(payment, kind, unknown))
                        .belongsTo(of);
            }
        }

        /** Of several sessions, intents and charges those are shown that belong to the intent that matters. */
        public void arrange() {
            payment.ids().arrange(List.copyOf(known.values()), payment.facts().settlement());
        }
    }

    Objects objects(Payment payment) {
        return objects(List.of(payment)).values().iterator().next();
    }

    /** Those of several payments, by their ids, in one statement. */
    public Map<UUID, Objects> objects(Collection<Payment> payments) {
        Set<UUID> ids = payments.stream().map(Payment::id).collect(Collectors.toSet());
        Map<UUID, List<StripeObject>> known = ids.isEmpty()
                ? Map.of()
                : entities.createQuery("select o from StripeObject o where o.paymentId in :ids", StripeObject.class)
                        .setParameter("ids", ids)
                        .getResultStream()
                        .collect(Collectors.groupingBy(StripeObject::paymentId));
        return payments.stream()
                .collect(Collectors.toMap(
                        Payment::id, payment -> new Objects(payment, known.getOrDefault(payment.id(), List.of()))));
    }

    /** Records one object, whose intent nobody knows. */
    void learn(Payment payment, ObjectKind kind, String id, @Nullable IntentId intent) {
        show(payment, kind, id);
        if (kind != ObjectKind.CUSTOMER) {
            StripeObject known = entities.find(StripeObject.class, id);
            (known == null ? added(payment, kind, id) : known).belongsTo(intent);
        }
    }

    /**
     * Which of several intents is shown is decided when all is known, which invoice when more than its id is known, and which link by
     * whoever makes another one.
     */
    private static void show(Payment payment, ObjectKind kind, String id) {
        if (kind == ObjectKind.CUSTOMER || payment.stripe().find(kind).isEmpty()) {
            payment.ids().learn(kind, id);
        }
    }

    private StripeObject added(Payment payment, ObjectKind kind, String id) {
        StripeObject object = new StripeObject(id, kind, payment.id(), null, clock.instant());
        entities.persist(object);
        return object;
    }

    /** Lets go of all that hangs on an intent that is not the payment's, and reads what is left. */
    void disown(Payment payment, IntentId intent) {
        entities.flush();
        String ofPayment = " where payment_id = ?1 and ";
        Sql.of(
                        entities,
                        "delete from payment_fact" + ofPayment
                                + "(intent_id = ?2 or kind = ?3 and id = ?2 or charge_id in"
                                + " (select id from stripe_object" + ofPayment + "intent_id = ?2))",
                        payment.id(),
                        intent.value(),
                        PaymentPayer.KIND)
                .execute();
        Sql.of(
                        entities,
                        "delete from stripe_object" + ofPayment + "(id = ?2 or intent_id = ?2)",
                        payment.id(),
                        intent.value())
                .execute();
        entities.refresh(payment);
    }

    void write(HistoryEntry entry) {
        entities.persist(entry);
    }
}
