package com.operatoros.payments.webhook;

import static com.operatoros.payments.json.JsonSupport.JSON;

import com.operatoros.payments.code.Coded;
import com.operatoros.payments.sql.Sql;
import com.operatoros.payments.stripe.StripeEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** What others' events of one transaction come to. */
    static final class Seen {
        private record Sort(String type, Why why) {}

        private final Map<Sort, Integer> counts = new HashMap<>();
        private final JsonArrayBuilder unmatched = JSON.createArrayBuilder();

        /** A refund, a dispute or an intent may be ours although nothing of it is known yet: its ids are kept for a while. */
        void add(StripeEvent event, Why why) {
            if (why == Why.NEIGHBOUR && event.mayBecomeOurs()) {
                event.ids()
                        .forEach(id -> unmatched.add(JSON.createObjectBuilder()
                                .add("event_id", event.id())
                                .add("object_id", id)
                                .add("type", event.type())));
            }
            add(event.type(), why);
        }

        /** Counts one of a type. */
        void add(String type, Why why) {
            counts.merge(new Sort(type, why), 1, Integer::sum);
        }
    }

    /** Writes down what was seen: last of all in a transaction and in one order, since everybody writes the same rows. */
    void write(Seen seen) {
        JsonArray unmatched = seen.unmatched.build();
        if (!unmatched.isEmpty()) {
            Sql.apart(
                            entities,
                            "insert into stripe_unmatched (event_id, object_id, type, received_at)"
                                    + " select event_id, object_id, type, ?2 from jsonb_to_recordset(cast(?1 as jsonb))"
                                    + " as seen (event_id text, object_id text, type text) order by object_id, event_id"
                                    + " on conflict do nothing",
                            unmatched.toString(),
                            clock.instant())
                    .execute();
        }
        if (!seen.counts.isEmpty()) {
            JsonArrayBuilder counts = JSON.createArrayBuilder();
            seen.counts.forEach((sort, count) -> counts.add(JSON.createObjectBuilder()
                    .add("type", sort.type())
                    .add("why", sort.why().code())
                    .add("count", count)));
            Sql.apart(
                            entities,
                            "insert into stripe_event_count as c (type, why, count, last_at)"
                                    + " select type, why, count, ?2 from jsonb_to_recordset(cast(?1 as jsonb))"
                                    + " as seen (type text, why text, count bigint) order by type, why"
                                    + " on conflict (type, why) do update set count = c.count + excluded.count,"
                                    + " last_at = excluded.last_at",
                            counts.build().toString(),
                            clock.instant())
                    .execute();
        }
    }

    /** An event that turned out to be of a payment of ours. */
    record Match(UUID paymentId, String eventId, String type) {}

    /**
     * Finds the events whose ids have become known since, and forgets them here.
     *
     * @param since ids that became known before are not looked at
     */
    List<Match> takeMatches(Instant since) {
        return Sql.apart(
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
        return Sql.apart(entities, "delete from stripe_unmatched where received_at < ?1", before)
                .execute();
    }
}
