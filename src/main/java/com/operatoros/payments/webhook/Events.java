package com.operatoros.payments.webhook;

import com.operatoros.payments.code.Coded;
import com.operatoros.payments.sql.Row;
import com.operatoros.payments.sql.Sql;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The admin looks at what Stripe delivered, and has it taken once more (rule W10). */
@Stateless
@RolesAllowed("admin")
public class Events {

    private static final String COLUMNS = "select e.id, e.type, e.created_at, e.received_at, e.outcome,"
            + " cast(e.payment_id as text), p.reference, e.error, e.tries, e.next_at, e.payload is not null"
            + " from stripe_event e left join payment p on p.id = e.payment_id where ";

    @PersistenceContext(unitName = "payments")
    private EntityManager entities;

    @Inject
    private EventRetry retry;

    /** The events that the filter lets through, newest first; none after one that is not known. */
    public List<StoredEvent> list(EventFilter filter, int limit) {
        List<Object> values = new ArrayList<>(List.of(limit));
        String conditions = Stream.of(
                        condition(
                                "e.outcome = ?",
                                filter.outcome() == null
                                        ? null
                                        : filter.outcome().code(),
                                values),
                        condition("e.type = ?", filter.type(), values),
                        condition("e.payment_id = ?", filter.paymentId(), values),
                        condition(
                                "(e.received_at, e.id) < (select b.received_at, b.id from stripe_event b where b.id = ?)",
                                filter.before(),
                                values))
                .collect(Collectors.joining());
        return Sql.of(
                        entities,
                        COLUMNS + "true" + conditions + " order by e.received_at desc, e.id desc limit ?1",
                        values.toArray())
                .list(Events::event);
    }

    /** A condition with the number of its value, if there is one. */
    private static String condition(String condition, @Nullable Object wanted, List<Object> values) {
        if (wanted == null) {
            return "";
        }
        values.add(wanted);
        return " and " + condition.replace("?", "?" + values.size());
    }

    /** The types of which there are events, by their names. */
    public List<String> types() {
        return Sql.of(
                        entities,
                        // Jumps from one to the next in the index, however many events there are of each.
                        "with recursive found as ((select type from stripe_event order by type limit 1) union all"
                                + " select (select e.type from stripe_event e where e.type > f.type order by e.type limit 1)"
                                + " from found f where f.type is not null)"
                                + " select type from found where type is not null")
                .list(row -> row.text(1));
    }

    public Optional<StoredEvent> find(String id) {
        return Sql.of(entities, COLUMNS + "e.id = ?1", id).first(Events::event);
    }

    /** Its text as it came; nothing when it is not known or was not kept. */
    public Optional<String> payload(String id) {
        return Sql.of(entities, "select payload from stripe_event where id = ?1 and payload is not null", id)
                .first(row -> row.text(1));
    }

    /**
     * Takes one once more, which changes nothing that it has changed before; how it stands then.
     *
     * @throws EventNotFound when there is none of this id, or its text was not kept
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public StoredEvent apply(String id) {
        if (!retry.isApplied(id)) {
            throw new EventNotFound(id);
        }
        return find(id).orElseThrow(() -> new EventNotFound(id));
    }

    private static StoredEvent event(Row row) {
        String outcome = row.textOrNull(5);
        return new StoredEvent(
                row.text(1),
                row.text(2),
                row.time(3),
                row.time(4),
                outcome == null ? null : Coded.get(EventOutcome.class, outcome),
                row.uuidOrNull(6),
                row.textOrNull(7),
                row.textOrNull(8),
                row.count(9),
                row.timeOrNull(10),
                row.flag(11));
    }
}
