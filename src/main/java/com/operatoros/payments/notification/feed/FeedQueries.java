package com.operatoros.payments.notification.feed;

import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import com.operatoros.payments.outbox.OutboxState;
import com.operatoros.payments.text.Message;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.jspecify.annotations.Nullable;

/** Counts for the admin what the feed could not post; nothing while it is switched off. */
@Stateless
@RolesAllowed("admin")
@TransactionAttribute(SUPPORTS)
public class FeedQueries {

    private static final String IN_TROUBLE =
            " from NotificationPost p where p.delivery.state = :state and p.delivery.reason is not null";

    @PersistenceContext(unitName = "payments")
    private EntityManager entities;

    @Inject
    private FeedSettings settings;

    /** How many posts wait or were given up, and why. */
    public FeedReport report() {
        return settings.isOn()
                ? new FeedReport(count(OutboxState.QUEUED), reason(), count(OutboxState.FAILED))
                : FeedReport.NOTHING;
    }

    private long count(OutboxState state) {
        return entities.createQuery("select count(p)" + IN_TROUBLE, Long.class)
                .setParameter("state", state)
                .getSingleResult();
    }

    private @Nullable Message reason() {
        return entities.createQuery(
                        "select p.delivery.reason" + IN_TROUBLE + " order by p.delivery.queuedAt desc", Message.class)
                .setParameter("state", OutboxState.QUEUED)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }
}
