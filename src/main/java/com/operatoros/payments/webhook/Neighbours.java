package com.operatoros.payments.webhook;

import com.operatoros.payments.stripe.StripeEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
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
    enum Why {
        NEIGHBOUR,
        OTHER_MODE
    }

    /** A refund, a dispute or an intent may be ours although nothing of it is known yet: its ids are kept for a while. */
    void count(StripeEvent event, Why why) {
        if (why == Why.NEIGHBOUR && event.mayBecomeOurs()) {
            event.objectIds().values().forEach(id -> keep(event, id));
        }
        entities.createNativeQuery(
                        "insert into stripe_event_count as c (type, why, count, last_at) values (?1, ?2, 1, ?3)"
                                + " on conflict (type, why) do update set count = c.count + 1, last_at = excluded.last_at")
                .setParameter(1, event.type())
                .setParameter(2, why.name().toLowerCase(Locale.ROOT))
                .setParameter(3, now())
                .executeUpdate();
    }

    private void keep(StripeEvent event, String objectId) {
        entities.createNativeQuery("insert into stripe_unmatched (event_id, object_id, type, received_at)"
                        + " values (?1, ?2, ?3, ?4) on conflict do nothing")
                .setParameter(1, event.id())
                .setParameter(2, objectId)
                .setParameter(3, event.type())
                .setParameter(4, now())
                .executeUpdate();
    }

    /** An event that turned out to be of a payment of ours. */
    record Match(UUID paymentId, String eventId, String type) {}

    /**
     * Finds the events whose ids have been learnt since, and forgets them here.
     *
     * @param since ids that were learnt before are not looked at
     */
    List<Match> takeMatches(Instant since) {
        List<?> rows = entities.createNativeQuery(
                        "delete from stripe_unmatched u using stripe_object o where o.id = u.object_id and o.recorded_at >= ?1"
                                + " returning cast(o.payment_id as text), u.event_id, u.type")
                .setParameter(1, since.atOffset(ZoneOffset.UTC))
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Match(UUID.fromString((String) row[0]), (String) row[1], (String) row[2]))
                .distinct()
                .toList();
    }

    int forgetOld() {
        OffsetDateTime before = now().minus(KEEP_UNMATCHED);
        return entities.createNativeQuery("delete from stripe_unmatched where received_at < ?1")
                .setParameter(1, before)
                .executeUpdate();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
