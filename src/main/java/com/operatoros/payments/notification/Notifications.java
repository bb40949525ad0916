package com.operatoros.payments.notification;

import com.operatoros.payments.sql.Sql;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The admin reads notifications and puts them away. */
@Stateless
@RolesAllowed("admin")
public class Notifications {

    @PersistenceContext(unitName = "payments")
    private EntityManager entities;

    @Inject
    private Clock clock;

    @Inject
    private Event<NotificationsRead> read;

    /** The newest notifications, of one level or of all. */
    public List<Notification> list(@Nullable Level level, int limit) {
        return listOnly(new NotificationFilter(level, null, null), limit);
    }

    /** The notifications that the filter lets through, newest first. */
    public List<Notification> listOnly(NotificationFilter filter, int limit) {
        StringBuilder condition = new StringBuilder("where 1 = 1");
        if (filter.level() != null) {
            condition.append(" and n.level = :level");
        }
        if (filter.acknowledged() != null) {
            condition.append(" and n.acknowledgedAt is ").append(filter.acknowledged() ? "not null" : "null");
        }
        if (filter.before() != null) {
            condition.append(" and n.id < :before");
        }
        TypedQuery<Notification> query = entities.createQuery(
                "select n from Notification n " + condition + " order by n.id desc", Notification.class);
        if (filter.level() != null) {
            query.setParameter("level", filter.level());
        }
        if (filter.before() != null) {
            query.setParameter("before", filter.before());
        }
        return query.setMaxResults(limit).getResultList();
    }

    /** How many have not been acknowledged. */
    public long unread() {
        return entities.createQuery("select count(n) from Notification n where n.acknowledgedAt is null", Long.class)
                .getSingleResult();
    }

    /** The same, but nobody counts further than this. */
    public long unread(int most) {
        return Sql.of(
                        entities,
                        "select count(*) from (select from notification where acknowledged_at is null limit ?1) n",
                        most)
                .one(row -> row.number(1));
    }

    /**
     * Puts one away; doing it again changes nothing.
     *
     * @throws NotificationNotFound when there is none of this id
     */
    public void acknowledge(long id, String by) {
        Notification notification = entities.find(Notification.class, id);
        if (notification == null) {
            throw new NotificationNotFound(id);
        }
        notification.acknowledge(by, clock.instant());
        read.fire(new NotificationsRead());
    }

    /** Puts all away that are there now. */
    public void clear(String by) {
        entities.createQuery("update Notification n set n.acknowledgedAt = :now, n.acknowledgedBy = :by"
                        + " where n.acknowledgedAt is null")
                .setParameter("now", clock.instant())
                .setParameter("by", by)
                .executeUpdate();
        read.fire(new NotificationsRead());
    }
}
