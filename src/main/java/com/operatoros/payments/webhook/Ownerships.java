package com.operatoros.payments.webhook;

import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.PaymentReports;
import com.operatoros.payments.payment.PaymentStore;
import com.operatoros.payments.sql.Sql;
import com.operatoros.payments.stripe.StripeEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds whose the events of a group are (rule W4), and locks their payments; it joins the caller's transaction. */
@ApplicationScoped
class Ownerships {

    /** Whether the payments of events are waited for. */
    enum Manner {
        /** Somebody waits for the answer: payments that others are just changing are left alone. */
        AT_ONCE(" skip locked", Duration.ofMillis(1_200)),
        /** In the background, where there is time. */
        PATIENT("", Duration.ofSeconds(10));

        private final String words;
        private final Duration patience;

        Manner(String words, Duration patience) {
            this.words = words;
            this.patience = patience;
        }
    }

    @PersistenceContext(unitName = "payments")
    private EntityManager entities;

    @Inject
    private PaymentStore store;

    @Inject
    private PaymentReports reports;

    /** Reads all that decides about these events: in as many statements for a group as for one of them. */
    EventGroup read(Collection<StripeEvent> events, Manner manner) {
        EventGroup group = new EventGroup();
        find(events, manner, group);
        if (manner == Manner.PATIENT) {
            // A statement sees what was there when it began, and this one may have waited.
            find(events, manner, group);
        }
        Map<UUID, Payment> payments = store.read(group.lockedIds());
        group.knows(payments, reports.objects(payments.values()));
        return group;
    }

    /** Which of these events have been taken, and need not be taken once more since that has failed. */
    Set<String> taken(Collection<String> eventIds) {
        return Set.copyOf(Sql.apart(
                        entities,
                        "select id from stripe_event where id = any (string_to_array(cast(?1 as text), ',')) and error is null",
                        String.join(",", eventIds))
                .list(row -> row.text(1)));
    }

    /**
     * Locks the payments that are recorded or named, in the order of their ids, as everybody who locks several; and what is recorded of
     * the ids, which payments are named, what is known of copies, and which events have been taken. What changes in the moment between
     * the look and the lock is found out when the inbox is written.
     */
    private void find(Collection<StripeEvent> events, Manner manner, EventGroup group) {
        Sql.apart(
                        entities,
                        "with locked as materialized (select p.id from payment p where p.id = any (array("
                                + "select o.payment_id from stripe_object o"
                                + " where o.id = any (string_to_array(cast(?1 as text), ','))"
                                + " union all select unnest(cast(string_to_array(cast(?2 as text), ',') as uuid[]))))"
                                + " order by p.id for update" + manner.words + ")"
                                + " select 'locked', null, cast(id as text) from locked"
                                + " union all select 'recorded', o.id, cast(o.payment_id as text) from stripe_object o"
                                + " where o.id = any (string_to_array(cast(?1 as text), ','))"
                                + " union all select 'named', null, cast(p.id as text) from payment p"
                                + " where p.id = any (cast(string_to_array(cast(?2 as text), ',') as uuid[]))"
                                + " union all select 'copy', c.id, cast(c.payment_id as text) from stripe_copy c"
                                + " where c.id = any (string_to_array(cast(?1 as text), ','))"
                                + " union all select 'copied', null, cast(c.payment_id as text) from stripe_copy c"
                                + " where c.payment_id = any (cast(string_to_array(cast(?2 as text), ',') as uuid[]))"
                                + " union all select 'taken', e.id, null from stripe_event e"
                                + " where e.id = any (string_to_array(cast(?3 as text), ',')) and e.error is null"
                                + " union all select 'patience', set_config('lock_timeout', ?4, true), null",
                        joined(events.stream().flatMap(event -> event.ids().stream())),
                        joined(events.stream()
                                .flatMap(event -> event.namedPayment().stream())
                                .map(UUID::toString)),
                        joined(events.stream().map(StripeEvent::id)),
                        Long.toString(manner.patience.toMillis()))
                .list(row -> group.found(row.text(1), row.textOrNull(2), row.uuidOrNull(3)));
    }

    private static String joined(Stream<String> ids) {
        return ids.distinct().collect(Collectors.joining(","));
    }
}
