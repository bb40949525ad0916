package com.operatoros.payments.webhook;

import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.sql.Sql;
import com.operatoros.payments.stripe.StripeEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
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
        boolean isNew =
                event.payable().filter(id -> add(payment.id(), List.of(id)) > 0).isPresent();
        add(payment.id(), event.objectIds().values());
        return isNew;
    }

    /** Writes down what hangs on a copy; how much of it was not known before. */
    int add(UUID paymentId, Collection<String> ids) {
        return Sql.apart(
                        entities,
                        "insert into stripe_copy (id, payment_id, found_at)"
                                + " select unnest(string_to_array(cast(?1 as text), ',')), ?2, ?3 on conflict do nothing",
                        String.join(",", ids),
                        paymentId,
                        clock.instant())
                .execute();
    }
}
