package com.operatoros.payments.payment.operation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;

/** Which customer of the gateway a client is, by e-mail and mode; it joins the transaction of the operation. */
@ApplicationScoped
class CustomerStore {

    @PersistenceContext(unitName = "payments")
    private EntityManager entities;

    /** The client's entry, written now if there is none; whoever writes it at the same time is waited for. */
    Customer enter(String email, boolean live, UUID paymentId, Instant now) {
        String key = email.toLowerCase(Locale.ROOT);
        entities.createNativeQuery("insert into stripe_customer (email, livemode, payment_id, keyed_at)"
                        + " values (?1, ?2, ?3, ?4) on conflict (email, livemode) do nothing")
                .setParameter(1, key)
                .setParameter(2, live)
                .setParameter(3, paymentId)
                .setParameter(4, now.atOffset(ZoneOffset.UTC))
                .executeUpdate();
        return find(key, live);
    }

    private Customer find(String key, boolean live) {
        Object[] row = (Object[]) entities.createNativeQuery("select cast(payment_id as text), attempt,"
                        + " cast(extract(epoch from keyed_at) as bigint), customer_id from stripe_customer"
                        + " where email = ?1 and livemode = ?2")
                .setParameter(1, key)
                .setParameter(2, live)
                .getSingleResult();
        return new Customer(
                key,
                live,
                UUID.fromString(row[0].toString()),
                ((Number) row[1]).intValue(),
                Instant.ofEpochSecond(((Number) row[2]).longValue()),
                (String) row[3]);
    }

    /** Records the id, unless another has been recorded meanwhile; the one that holds is returned. */
    String learn(Customer customer, String customerId) {
        entities.createNativeQuery("update stripe_customer set customer_id = ?3"
                        + " where email = ?1 and livemode = ?2 and customer_id is null")
                .setParameter(1, customer.email())
                .setParameter(2, customer.live())
                .setParameter(3, customerId)
                .executeUpdate();
        String known = find(customer.email(), customer.live()).customerId();
        return known == null ? customerId : known;
    }

    /** The key of this entry has told all it can: the next call takes another, unless somebody was faster. */
    void renewKey(Customer customer, Instant now) {
        entities.createNativeQuery("update stripe_customer set attempt = attempt + 1, keyed_at = ?4"
                        + " where email = ?1 and livemode = ?2 and attempt = ?3 and customer_id is null")
                .setParameter(1, customer.email())
                .setParameter(2, customer.live())
                .setParameter(3, customer.attempt())
                .setParameter(4, now.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    /** The gateway does not know this customer any more; the next one is made anew. */
    void forget(String customerId, Instant now) {
        entities.createNativeQuery("update stripe_customer set customer_id = null, attempt = attempt + 1, keyed_at = ?2"
                        + " where customer_id = ?1")
                .setParameter(1, customerId)
                .setParameter(2, now.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }
}
