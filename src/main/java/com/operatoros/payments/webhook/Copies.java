package com.operatoros.payments.webhook;

import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.sql.Sql;
import com.operatoros.payments.stripe.StripeEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** The links and invoices that bear a payment's name without being its own, and what hangs on them (rule W4). */
@ApplicationScoped
class Copies {

    @PersistenceContext(unitName = "payments")
    private EntityManager entities;

    @Inject
    private Clock clock;

    /** Writes down what an event tells of a copy; whether that copy was not known before. */
    boolean add(Payment payment, StripeEvent event) {
        boolean isNew = event.payable().filter(id -> isAdded(payment, id)).isPresent();
        event.objectIds().values().forEach(id -> isAdded(payment, id));
        return isNew;
    }

    private boolean isAdded(Payment payment, String id) {
        return Sql.of(
                        entities,
                        "insert into stripe_copy (id, payment_id, found_at) values (?1, ?2, ?3) on conflict do nothing",
                        id,
                        payment.id(),
                        clock.instant())
                .executeOne();
    }

    /** Whether the event is about something that hangs on a copy; all that it names hangs on it then. */
    boolean include(StripeEvent event) {
        String ids = String.join(",", event.objectIds().values());
        Optional<UUID> copied = Sql.of(
                        entities,
                        "select cast(payment_id as text) from stripe_copy"
                                + " where id = any (string_to_array(cast(?1 as text), ',')) limit 1",
                        ids)
                .first(row -> row.uuid(1));
        copied.ifPresent(payment -> Sql.of(
                        entities,
                        "insert into stripe_copy (id, payment_id, found_at)"
                                + " select unnest(string_to_array(cast(?1 as text), ',')), ?2, ?3 on conflict do nothing",
                        ids,
                        payment,
                        clock.instant())
                .execute());
        return copied.isPresent();
    }

    boolean areKnownOf(UUID paymentId) {
        return Sql.of(entities, "select count(*) from stripe_copy where payment_id = ?1", paymentId)
                .one(row -> row.number(1) > 0);
    }
}
