package com.operatoros.payments.request;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The same request sent twice within a day is carried out once, whatever happens in between (rules Q1 and Q3). */
@Stateless
@RolesAllowed("admin")
public class KeyedRequests {

    private static final Duration LIFE = Duration.ofHours(24);

    /** Longer than any request takes; after it the one that had it is taken for dead. */
    private static final Duration HELD = Duration.ofSeconds(20);

    @PersistenceContext(unitName = "payments")
    private EntityManager entities;

    @Inject
    private Clock clock;

    /** What to do with a request. */
    public sealed interface Verdict {
        /** It is the first of its key, or nothing came of the first: carry it out. */
        record Fresh() implements Verdict {}

        /** It has been answered. */
        record Answered(int status, String answer) implements Verdict {}

        /** It was carried out and never answered: the server died in between. */
        record Interrupted(UUID paymentId) implements Verdict {}

        /** Somebody is carrying it out. */
        record Busy() implements Verdict {}

        /**
         * The key belongs to another request.
         *
         * @param paymentId the payment that the other one has touched, if it has
         */
        record Taken(@Nullable UUID paymentId) implements Verdict {}
    }

    /**
     * Judges a request.
     *
     * @param hash of all that the request says
     */
    public Verdict judge(String admin, String key, String hash) {
        Instant now = clock.instant();
        if (isFirst(admin, key, hash, now)) {
            return new Verdict.Fresh();
        }
        Object[] row = (Object[])
                entities.createNativeQuery("select request_hash, held_until, cast(payment_id as text), status, answer"
                                + " from request_key where admin = ?1 and key = ?2 for update")
                        .setParameter(1, admin)
                        .setParameter(2, key)
                        .getSingleResult();
        if (!row[0].equals(hash)) {
            return new Verdict.Taken(row[2] == null ? null : UUID.fromString(row[2].toString()));
        }
        if (row[4] != null) {
            return new Verdict.Answered(((Number) row[3]).intValue(), (String) row[4]);
        }
        if (instant(row[1]).isAfter(now)) {
            return new Verdict.Busy();
        }
        return row[2] == null
                ? takenOver(admin, key, now)
                : new Verdict.Interrupted(UUID.fromString(row[2].toString()));
    }

    /** A key that is older than a day begins anew. */
    private boolean isFirst(String admin, String key, String hash, Instant now) {
        return entities.createNativeQuery("insert into request_key (admin, key, request_hash, created_at, held_until)"
                                + " values (?1, ?2, ?3, ?4, ?5) on conflict (admin, key) do update"
                                + " set request_hash = ?3, created_at = ?4, held_until = ?5, payment_id = null,"
                                + " status = null, answer = null where request_key.created_at < ?6")
                        .setParameter(1, admin)
                        .setParameter(2, key)
                        .setParameter(3, hash)
                        .setParameter(4, at(now))
                        .setParameter(5, at(now.plus(HELD)))
                        .setParameter(6, at(now.minus(LIFE)))
                        .executeUpdate()
                == 1;
    }

    private Verdict takenOver(String admin, String key, Instant now) {
        entities.createNativeQuery("update request_key set held_until = ?3 where admin = ?1 and key = ?2")
                .setParameter(1, admin)
                .setParameter(2, key)
                .setParameter(3, at(now.plus(HELD)))
                .executeUpdate();
        return new Verdict.Fresh();
    }

    /** Keeps the answer for those who send the same again. */
    public void answer(String admin, String key, int status, String answer) {
        entities.createNativeQuery("update request_key set status = ?3, answer = ?4 where admin = ?1 and key = ?2")
                .setParameter(1, admin)
                .setParameter(2, key)
                .setParameter(3, status)
                .setParameter(4, answer)
                .executeUpdate();
    }

    /** Nobody carries it out any more: unless it has touched a payment, the key may be used for a better request. */
    public void release(String admin, String key) {
        change(admin, key, "delete from request_key where payment_id is null and answer is null");
        change(admin, key, "update request_key set held_until = created_at where answer is null");
    }

    private void change(String admin, String key, String statement) {
        entities.createNativeQuery(statement + " and admin = ?1 and key = ?2")
                .setParameter(1, admin)
                .setParameter(2, key)
                .executeUpdate();
    }

    /** It was refused: that is the answer if it has touched a payment, else the key may be used again. */
    public void refused(String admin, String key, int status, String answer) {
        release(admin, key);
        answer(admin, key, status, answer);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** Drivers and providers differ in what they make of a time with a zone. */
    private static Instant instant(Object stored) {
        return stored instanceof OffsetDateTime time ? time.toInstant() : ((java.util.Date) stored).toInstant();
    }
}
