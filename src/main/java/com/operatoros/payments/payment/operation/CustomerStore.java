package com.operatoros.payments.payment.operation;

import com.operatoros.payments.sql.Sql;
import com.operatoros.payments.text.EmailAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** Keeps which customer of the gateway a client is, by e-mail and mode; it joins the transaction of the operation. */
@ApplicationScoped
class CustomerStore {

    @PersistenceContext(unitName = "payments")
    private EntityManager entities;

    /** The client's entry, written now if there is none; whoever writes it at the same time is waited for. */
    Customer enter(String email, boolean live, UUID paymentId, Instant now) {
        String key = EmailAddress.wire(email).toLowerCase(Locale.ROOT);
        Sql.of(
                        entities,
                        "insert into stripe_customer (email, livemode, payment_id, keyed_at)"
                                + " values (?1, ?2, ?3, ?4) on conflict (email, livemode) do nothing",
                        key,
                        live,
                        paymentId,
                        now)
                .execute();
        return find(key, live);
    }

    private Customer find(String key, boolean live) {
        return Sql.of(
                        entities,
                        "select cast(payment_id as text), attempt,"
                                + " cast(extract(epoch from keyed_at) as bigint), customer_id from stripe_customer"
                                + " where email = ?1 and livemode = ?2",
                        key,
                        live)
                .one(row -> new Customer(
                        key, live, row.uuid(1), row.count(2), Instant.ofEpochSecond(row.number(3)), row.textOrNull(4)));
    }

    /** Records the id, unless another has been recorded meanwhile; the one that holds is returned. */
    String learn(Customer customer, String customerId) {
        Sql.of(
                        entities,
                        "update stripe_customer set customer_id = ?3"
                                + " where email = ?1 and livemode = ?2 and customer_id is null",
                        customer.email(),
                        customer.live(),
                        customerId)
                .execute();
        String known = find(customer.email(), customer.live()).customerId();
        return known == null ? customerId : known;
    }

    /** The key of this entry has told all it can: the next call takes another, unless somebody was faster. */
    void renewKey(Customer customer, Instant now) {
        Sql.of(
                        entities,
                        "update stripe_customer set attempt = attempt + 1, keyed_at = ?4"
                                + " where email = ?1 and livemode = ?2 and attempt = ?3 and customer_id is null",
                        customer.email(),
                        customer.live(),
                        customer.attempt(),
                        now)
                .execute();
    }

    /** The gateway does not know this customer any more; the next one is made anew. */
    void forget(String customerId, Instant now) {
        Sql.of(
                        entities,
                        "update stripe_customer set customer_id = null, attempt = attempt + 1, keyed_at = ?2"
                                + " where customer_id = ?1",
                        customerId,
                        now)
                .execute();
    }
}
