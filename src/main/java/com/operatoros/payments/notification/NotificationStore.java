package com.operatoros.payments.notification;

import com.operatoros.payments.business.BillingProfile;
import com.operatoros.payments.notification.NotificationWritten.Kind;
import com.operatoros.payments.sql.Sql;
import com.operatoros.payments.text.Message;
import com.operatoros.payments.text.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The rows of notifications; it joins the transaction of the fact (rule N1). */
@ApplicationScoped
class NotificationStore {

    @PersistenceContext(unitName = "payments")
    private EntityManager entities;

    @Inject
    private Event<NotificationWritten> written;

    @Inject
    private BillingProfile profile;

    @Inject
    private Clock clock;

    /** Tells a fact, unless it has been told; the message is one of two texts, a title and a sentence. False when it has been told. */
    boolean write(@Nullable UUID paymentId, String fact, Level level, Message message, boolean isRecovered) {
        Notification notification = new Notification(paymentId, fact, level, message, isRecovered, clock.instant());
        boolean isFirst = isAdded(notification);
        if (isFirst) {
            tell(notification, Kind.FIRST);
        }
        return isFirst;
    }

    /** The fact decides, so that it need not be looked for before. */
    private boolean isAdded(Notification notification) {
        Optional<Long> id = Sql.apart(
                        entities,
                        "insert into notification (payment_id, fact, level, message, recovered, at, times)"
                                + " values (?1, ?2, ?3, ?4, ?5, ?6, 1) on conflict (fact) do nothing returning id",
                        notification.paymentId(),
                        notification.fact(),
                        notification.level().code(),
                        notification.message().toJson(),
                        notification.isRecovered(),
                        notification.at())
                .first(row -> row.number(1));
        id.ifPresent(notification::numbered);
        return id.isPresent();
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
        return entities.createQuery("select n from Notification n where n.fact = :fact", Notification.class)
                .setParameter("fact", fact)
                .getResultList();
    }
}
