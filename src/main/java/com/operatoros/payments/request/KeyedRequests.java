package com.operatoros.payments.request;

import com.operatoros.payments.sql.Row;
import com.operatoros.payments.sql.Sql;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
        Known known = Sql.of(
                        entities,
                        "select request_hash, held_until, cast(payment_id as text), status, answer"
                                + " from request_key where admin = ?1 and key = ?2 for update",
                        admin,
                        key)
                .one(Known::of);
        if (!known.hash().equals(hash)) {
            return new Verdict.Taken(known.paymentId());
        }
        if (known.answer() != null) {
            return known.answer();
        }
        if (known.heldUntil().isAfter(now)) {
            return new Verdict.Busy();
        }
        return known.paymentId() == null ? takenOver(admin, key, now) : new Verdict.Interrupted(known.paymentId());
    }

    /** What is kept of the first request of a key. */
    private record Known(
            String hash, Instant heldUntil, @Nullable UUID paymentId, Verdict.@Nullable Answered answer) {
        static Known of(Row row) {
            String answer = row.textOrNull(5);
            return new Known(
                    row.text(1),
                    row.time(2),
                    row.uuidOrNull(3),
                    answer == null ? null : new Verdict.Answered(row.count(4), answer));
        }
    }

    /** A key that is older than a day begins anew. */
    private boolean isFirst(String admin, String key, String hash, Instant now) {
        return Sql.of(
                        entities,
                        "insert into request_key (admin, key, request_hash, created_at, held_until)"
                                + " values (?1, ?2, ?3, ?4, ?5) on conflict (admin, key) do update"
                                + " set request_hash = ?3, created_at = ?4, held_until = ?5, payment_id = null,"
                                + " status = null, answer = null where request_key.created_at < ?6",
                        admin,
                        key,
                        hash,
                        now,
                        now.plus(HELD),
                        now.minus(LIFE))
                .executeOne();
    }

    private Verdict takenOver(String admin, String key, Instant now) {
        Sql.of(
                        entities,
                        "update request_key set held_until = ?3 where admin = ?1 and key = ?2",
                        admin,
                        key,
                        now.plus(HELD))
                .execute();
        return new Verdict.Fresh();
    }

    /** Keeps the answer for those who send the same again. */
    public void answer(String admin, String key, int status, String answer) {
        Sql.of(
                        entities,
                        "update request_key set status = ?3, answer = ?4 where admin = ?1 and key = ?2",
                        admin,
                        key,
                        status,
                        answer)
                .execute();
    }

    /** Nobody carries it out any more: unless it has touched a payment, the key may be used for a better request. */
    public void release(String admin, String key) {
        change(admin, key, "delete from request_key where payment_id is null and answer is null");
        change(admin, key, "update request_key set held_until = created_at where answer is null");
    }

    private void change(String admin, String key, String statement) {
        Sql.of(entities, statement + " and admin = ?1 and key = ?2", admin, key).execute();
    }

    /** It was refused: that is the answer if it has touched a payment, else the key may be used again. */
    public void refused(String admin, String key, int status, String answer) {
        release(admin, key);
        answer(admin, key, status, answer);
    }
}
