package com.operatoros.payments.notification;

import static com.operatoros.payments.json.JsonSupport.JSON;

import com.operatoros.payments.business.BillingProfile;
import com.operatoros.payments.notification.NotificationWritten.Kind;
import com.operatoros.payments.sql.Sql;
import com.operatoros.payments.sql.WriteBatch;
import com.operatoros.payments.text.Message;
import com.operatoros.payments.text.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The rows of notifications; it joins the transaction of the fact (rule N1). Long since each way of telling a fact is one of it: once,
 * better, as one more of many.
 */
@ApplicationScoped
class NotificationStore {

    @PersistenceContext(unitName = "payments")
    private EntityManager entities;

    @Inject
    private Event<NotificationWritten> written;

    @Inject
    private WriteBatch batch;

    @Inject
    private BillingProfile profile;

    @Inject
    private Clock clock;

    private final Consumer<List<Notification>> adding = this::add;

    /** Tells a fact, unless it has been told; the message is one of two texts, a title and a sentence. */
    void write(@Nullable UUID paymentId, String fact, Level level, Message message, boolean isRecovered) {
        batch.write(adding, notification(paymentId, fact, level, message, isRecovered));
    }

    /** The same, for whoever has to know whether it is news; false when it has been told. */
    boolean writeNews(@Nullable UUID paymentId, String fact, Level level, Message message, boolean isRecovered) {
        batch.settle(adding);
        return add(List.of(notification(paymentId, fact, level, message, isRecovered))) == 1;
    }

    private Notification notification(
            @Nullable UUID paymentId, String fact, Level level, Message message, boolean isRecovered) {
        return new Notification(paymentId, fact, level, message, isRecovered, clock.instant());
    }

    /** The fact decides, so that it need not be looked for before; how many have not been told. */
    private int add(List<Notification> notifications) {
        Map<String, Notification> byFact = new HashMap<>();
        JsonArrayBuilder rows = JSON.createArrayBuilder();
        for (Notification one : notifications) {
            if (byFact.putIfAbsent(one.fact(), one) == null) {
                rows.add(row(one));
            }
        }
        List<Notification> added = Sql.apart(
                        entities,
                        "insert into notification (payment_id, fact, level, message, recovered, at, times)"
                                + " select payment_id, fact, level, cast(message as jsonb), recovered, at, 1"
                                + " from jsonb_to_recordset(cast(?1 as jsonb)) as told (payment_id uuid, fact text, level text,"
                                + " message text, recovered boolean, at timestamptz)"
                                + " on conflict (fact) do nothing returning id, fact",
                        rows.build().toString())
                .list(row -> Objects.requireNonNull(byFact.get(row.text(2))).numbered(row.number(1)));
        added.forEach(notification -> tell(notification, Kind.FIRST));
        return added.size();
    }

    private static JsonObjectBuilder row(Notification one) {
        JsonObjectBuilder row = JSON.createObjectBuilder()
                .add("fact", one.fact())
                .add("level", one.level().code())
                .add("message", one.message().toJson())
                .add("recovered", one.isRecovered())
                .add("at", one.at().toString());
        return one.paymentId() == null
                ? row
                : row.add("payment_id", one.paymentId().toString());
    }

    /** Completes a fact that was told without its reason; false when there is none. */
    boolean explain(String fact, String knownFact, Message message) {
        List<Notification> told = find(fact);
        told.forEach(notification -> {
            notification.explain(knownFact, message);
            tell(notification, Kind.COMPLETED);
        });
        return !told.isEmpty();
    }

    /**
     * Tells more of the same (rule N7): as a row of its own when the ones before have been read, else in the last one of them.
     *
     * @param series what the facts of the same kind begin with
     */
    void writeMore(UUID paymentId, String series, String fact, Level level, Message message, boolean isRecovered) {
        Optional<Notification> unread = findUnread(paymentId, series);
        if (unread.isEmpty()) {
            write(paymentId, fact, level, message, isRecovered);
        } else {
            unread.get().count(level, message);
            tell(unread.get(), Kind.MORE);
        }
    }

    /** Tells better what the last unread one of these tells; false when there is none. */
    boolean explainLast(UUID paymentId, String series, Message message) {
        Optional<Notification> unread = findUnread(paymentId, series);
        unread.ifPresent(notification -> {
            notification.explain(notification.fact(), message);
            tell(notification, Kind.MORE);
        });
        return unread.isPresent();
    }

    private Optional<Notification> findUnread(@Nullable UUID paymentId, String series) {
        batch.settle(adding);
        String ofPayment = paymentId == null ? "" : " and n.paymentId = :payment";
        TypedQuery<Notification> query = entities.createQuery(
                        "select n from Notification n where n.fact like :series and n.acknowledgedAt is null"
                                + ofPayment + " order by n.id desc",
                        Notification.class)
                .setParameter("series", series + "%")
                .setMaxResults(1);
        if (paymentId != null) {
            query.setParameter("payment", paymentId);
        }
        return query.getResultStream().findFirst();
    }

    /** Tells more of the same, of whatever payments: the last unread one becomes a digest of all of them. */
    void writeDigest(
            @Nullable UUID paymentId, String series, String fact, Level level, Message one, IntFunction<Message> many) {
        Optional<Notification> unread = findUnread(null, series);
        if (unread.isEmpty()) {
            write(paymentId, fact, level, one, false);
        } else {
            unread.get().digest(many);
            tell(unread.get(), Kind.MORE);
        }
    }

    private void tell(Notification notification, Kind change) {
        written.fire(
                NotificationWritten.of(notification, change, Messages.english().at(profile.zone())));
    }

    private List<Notification> find(String fact) {
        batch.settle(adding);
        return entities.createQuery("select n from Notification n where n.fact = :fact", Notification.class)
                .setParameter("fact", fact)
                .getResultList();
    }
}
