package com.operatoros.payments.webhook;

import com.operatoros.payments.code.Coded;
import com.operatoros.payments.sql.Sql;
import com.operatoros.payments.stripe.StripeEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The events of others who use the same account: counted, not kept (rule W5); it joins the caller's transaction. */
@ApplicationScoped
class Neighbours {

    private static final Duration KEEP_UNMATCHED = Duration.ofDays(30);

    @PersistenceContext(unitName = "payments")
    private EntityManager entities;

    @Inject
    private Clock clock;

    /** Why an event is not ours. */
    enum Why implements Coded {
        NEIGHBOUR,
        OTHER_MODE,
        /** Of an account that is connected to ours. */
        CONNECTED,
        /** It does not tell what has changed. */
        THIN
    }

    /** A refund, a dispute or an intent may be ours although nothing of it is known yet: its ids are kept for a while. */
    void count(StripeEvent event, Why why) {
        if (why == Why.NEIGHBOUR && event.mayBecomeOurs()) {
            event.ids().forEach(id -> keep(event, id));
        }
        count(event.type(), why);
    }

    /** Counts one of a type. */
    void count(String type, Why why) {
        Sql.of(
                        entities,
                        "insert into stripe_event_count as c (type, why, count, last_at) values (?1, ?2, 1, ?3)"
                                + " on conflict (type, why) do update set count = c.count + 1, last_at = excluded.last_at",
                        type,
                        why.code(),
                        clock.instant())
                .execute();
    }

    private void keep(StripeEvent event, String objectId) {
        Sql.of(
                        entities,
                        "insert into stripe_unmatched (event_id, object_id, type, received_at)"
                                + " values (?1, ?2, ?3, ?4) on conflict do nothing",
                        event.id(),
                        objectId,
                        event.type(),
                        clock.instant())
                .execute();
    }

    /** An event that turned out to be of a payment of ours. */
    record Match(UUID paymentId, String eventId, String type) {}

    /**
     * Finds the events whose ids have become known since, and forgets them here.
     *
     * @param since ids that became known before are not looked at
     */
    List<Match> takeMatches(Instant since) {
        return Sql.of(
                        entities,
                        "delete from stripe_unmatched u using stripe_object o where o.id = u.object_id and o.recorded_at >= ?1"
                                + " returning cast(o.payment_id as text), u.event_id, u.type",
                        since)
                .list(row -> new Match(row.uuid(1), row.text(2), row.text(3)))
                .stream()
                .distinct()
                .toList();
    }

    int forgetOld() {
        Instant before = clock.instant().minus(KEEP_UNMATCHED);
        return Sql.of(entities, "delete from stripe_unmatched where received_at < ?1", before)
                .execute();
    }
}
