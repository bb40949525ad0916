package com.operatoros.payments.stripe;

import com.operatoros.payments.gateway.ObjectKind;
import com.stripe.model.Dispute;
import com.stripe.model.Event;
import com.stripe.model.Refund;
import com.stripe.param.DisputeListParams;
import com.stripe.param.EventListParams;
import com.stripe.param.RefundListParams;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what has happened in the account since a moment (rule S5). */
@ApplicationScoped
public class StripeFeed {

    private static final Logger LOG = System.getLogger(StripeFeed.class.getName());

    /** The most types that one list may name. */
    private static final int TYPES = 20;

    @Inject
    private StripeQuestions stripe;

    @Inject
    private StripeEventReader reader;

    /**
     * The events of the types that say something to us, the oldest first; Stripe keeps them for 30 days.
     *
     * @param before null for all that there are
     */
    public List<StripeEvent> events(Instant since, @Nullable Instant before) throws StripeUnreachable {
        List<StripeEvent> events = new ArrayList<>();
        List<String> types = StripeEventTypes.ALL;
        for (int start = 0; start < types.size(); start += TYPES) {
            List<String> some = types.subList(start, Math.min(start + TYPES, types.size()));
            for (Event event : stripe.all((api, after) -> api.events().list(eventsOf(some, since, before, after)))) {
                add(event, events);
            }
        }
        events.sort(Comparator.comparing(StripeEvent::created));
        return events;
    }

    /** One event that can't be read must not keep us from reading the others. */
    private void add(Event event, List<StripeEvent> events) {
        try {
            events.add(reader.read(event));
        } catch (UnreadableEvent e) {
            LOG.log(Level.WARNING, "Event {0} could not be read: {1}", event.getId(), e.getMessage());
        }
    }

    /** For each refund and each dispute that was opened since then, the ids by which its payment may be known. */
    public List<Set<String>> refundsAndDisputes(Instant since) throws StripeUnreachable {
        List<Set<String>> objects = new ArrayList<>();
        for (Refund refund : stripe.all((api, after) -> api.refunds().list(refundsOf(since, after)))) {
            Map<ObjectKind, String> ids = new EnumMap<>(ObjectKind.class);
            RefundAndDisputeReports.addIds(refund, ids);
            objects.add(Set.copyOf(ids.values()));
        }
        for (Dispute dispute : stripe.all((api, after) -> api.disputes().list(disputesOf(since, after)))) {
            Map<ObjectKind, String> ids = new EnumMap<>(ObjectKind.class);
            RefundAndDisputeReports.addIds(dispute, ids);
            objects.add(Set.copyOf(ids.values()));
        }
        return objects;
    }

    private static EventListParams eventsOf(
            List<String> types, Instant since, @Nullable Instant before, @Nullable String after) {
        return EventListParams.builder()
                .addAllType(types)
                .setCreated(EventListParams.Created.builder()
                        .setGte(since.getEpochSecond())
                        .setLt(before == null ? null : before.getEpochSecond())
                        .build())
                .setLimit(StripeQuestions.PAGE)
                .setStartingAfter(after)
                .build();
    }

    private static RefundListParams refundsOf(Instant since, @Nullable String after) {
        return RefundListParams.builder()
                .setCreated(RefundListParams.Created.builder()
                        .setGte(since.getEpochSecond())
                        .build())
                .setLimit(StripeQuestions.PAGE)
                .setStartingAfter(after)
                .build();
    }

    private static DisputeListParams disputesOf(Instant since, @Nullable String after) {
        return DisputeListParams.builder()
                .setCreated(DisputeListParams.Created.builder()
                        .setGte(since.getEpochSecond())
                        .build())
                .setLimit(StripeQuestions.PAGE)
                .setStartingAfter(after)
                .build();
    }
}
