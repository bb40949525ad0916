package com.operatoros.payments.webhook;

import static com.operatoros.payments.json.JsonSupport.JSON;

import com.operatoros.payments.sql.Sql;
import com.operatoros.payments.stripe.StripeEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of the inbox: what was delivered, as it came, and what came of it (rules W2, W3 and W10). */
@ApplicationScoped
class EventLog {

    @PersistenceContext(unitName = "payments")
    private EntityManager entities;

    @Inject
    private Clock clock;

    /** An event and what came of it. */
    record Entry(StripeEvent event, @Nullable UUID payment, EventOutcome outcome) {}

    /**
     * Writes down what was taken, in one statement; what had failed before has not failed any more.
     *
     * @throws TakenMeanwhile when somebody else has taken one of them meanwhile
     */
    void add(Collection<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        JsonArrayBuilder rows = JSON.createArrayBuilder();
        entries.forEach(entry -> rows.add(row(entry)));
        int added = Sql.apart(
                        entities,
                        "insert into stripe_event as known (id, type, payment_id, created_at, received_at, payload, outcome)"
                                + " select id, type, payment_id, created_at, ?2, payload, outcome"
                                + " from jsonb_to_recordset(cast(?1 as jsonb)) as arrived (id text, type text, payment_id uuid,"
                                + " created_at timestamptz, payload text, outcome text)"
                                + " on conflict (id) do update set payment_id = excluded.payment_id, outcome = excluded.outcome,"
                                + " error = null, next_at = null where known.error is not null",
                        rows.build().toString(),
                        clock.instant())
                .execute();
        if (added != entries.size()) {
            throw new TakenMeanwhile();
        }
    }

    /** Lets one that is known be taken once more. */
    void reopen(String eventId) {
        Sql.apart(
                        entities,
                        "update stripe_event set error = coalesce(error, 'it is taken once more') where id = ?1",
                        eventId)
                .execute();
    }

    /** It was taken once more, also if it turned out to be none of ours. */
    void close(String eventId, EventOutcome outcome) {
        Sql.apart(
                        entities,
                        "update stripe_event set error = null, next_at = null, outcome = ?2"
                                + " where id = ?1 and error is not null",
                        eventId,
                        outcome.code())
                .execute();
    }

    private static JsonObjectBuilder row(Entry entry) {
        StripeEvent event = entry.event();
        JsonObjectBuilder row = JSON.createObjectBuilder()
                .add("id", event.id())
                .add("type", event.type())
                .add("created_at", event.created().toString())
                .add("payload", storable(event.payload()))
                .add("outcome", entry.outcome().code());
        if (entry.payment() != null) {
            row.add("payment_id", entry.payment().toString());
        }
        return row;
    }

    /** PostgreSQL keeps no such character. */
    static String storable(String text) {
        return text.replace('\0', ' ');
    }
}
