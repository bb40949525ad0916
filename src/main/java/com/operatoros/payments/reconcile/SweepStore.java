package com.operatoros.payments.reconcile;

import com.operatoros.payments.business.BillingProfile;
import com.operatoros.payments.gateway.SweepTrouble;
import com.operatoros.payments.payment.PaymentStore;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How far the sweep has come and who makes it, and which payments are to be asked about (rule R3). */
@Stateless
public class SweepStore {

    /** Longer than reading one long list takes. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    /** After so long somebody should know. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private static final Duration REREAD = Duration.ofDays(180);

    /** More than any sweep can ask about in its time. */
    private static final int MOST = 20_000;

    @PersistenceContext(unitName = "payments")
    private EntityManager entities;

    @Inject
    private PaymentStore store;

    @Inject
    private BillingProfile profile;

    @Inject
    private Event<SweepTrouble> troubles;

    @Inject
    private DriftStore drift;

    @Inject
    private Clock clock;

    /**
     * The right to sweep, which one node has at a time.
     *
     * @param readUntil up to when the events have been read; null before the first sweep
     */
    public record Lease(
            long fence, Instant startedAt, @Nullable Instant readUntil) {}

    public Optional<Lease> claim() {
        entities.createNativeQuery("insert into stripe_sweep (livemode) values (?1) on conflict do nothing")
                .setParameter(1, profile.isLive())
                .executeUpdate();
        Instant now = clock.instant();
        List<?> rows = entities.createNativeQuery("update stripe_sweep set fence = fence + 1, lease_until = ?2,"
                        + " started_at = ?3 where livemode = ?1 and lease_until <= ?3 returning fence, read_until")
                .setParameter(1, profile.isLive())
                .setParameter(2, at(now.plus(LEASE)))
                .setParameter(3, at(now))
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Lease(
                        ((Number) row[0]).longValue(), now, row[1] == null ? null : DriftStore.instant(row[1])))
                .findFirst();
    }

    /** Whether the lease is still ours; then it lasts longer. */
    public boolean extend(Lease lease) {
        return entities.createNativeQuery("update stripe_sweep set lease_until = ?3 where livemode = ?1 and fence = ?2")
                        .setParameter(1, profile.isLive())
                        .setParameter(2, lease.fence())
                        .setParameter(3, at(clock.instant().plus(LEASE)))
                        .executeUpdate()
                == 1;
    }

    /** When our first payment was made; before it nothing can be ours. */
    public Instant firstPayment() {
        Object first = entities.createNativeQuery("select min(created_at) from payment where livemode = ?1")
                .setParameter(1, profile.isLive())
                .getSingleResult();
        return first == null ? clock.instant() : DriftStore.instant(first);
    }

    /** All events up to a moment have been read. */
    public void eventsRead(Lease lease, Instant until) {
        entities.createNativeQuery("update stripe_sweep set read_until = ?3 where livemode = ?1 and fence = ?2")
                .setParameter(1, profile.isLive())
                .setParameter(2, lease.fence())
                .setParameter(3, at(until))
                .executeUpdate();
    }

    /** The sweep has run out of time: the next one goes on with what was asked about longest ago. */
    public void release(Lease lease) {
        entities.createNativeQuery("update stripe_sweep set lease_until = ?3 where livemode = ?1 and fence = ?2")
                .setParameter(1, profile.isLive())
                .setParameter(2, lease.fence())
                .setParameter(3, at(clock.instant()))
                .executeUpdate();
    }

    /** The sweep is over, and all that it was to ask for is known. */
    public void finish(Lease lease) {
        entities.createNativeQuery("update stripe_sweep set lease_until = ?3, finished_at = ?3, last_error = null,"
                        + " failing_since = null, alarmed_at = null where livemode = ?1 and fence = ?2")
                .setParameter(1, profile.isLive())
                .setParameter(2, lease.fence())
                .setParameter(3, at(clock.instant()))
                .executeUpdate();
    }

    /** The sweep is over, but Stripe did not answer everything: the next one asks again, and after an hour it is told. */
    public void fail(Lease lease, String trouble) {
        Instant now = clock.instant();
        List<?> rows = entities.createNativeQuery(
                        "update stripe_sweep set lease_until = ?3, last_error = ?4,"
                                + " failing_since = coalesce(failing_since, ?3),"
                                + " alarmed_at = case when alarmed_at is null and failing_since <= ?5 then ?3 else alarmed_at end"
                                + " where livemode = ?1 and fence = ?2 returning failing_since, coalesce(alarmed_at = ?3, false)")
                .setParameter(1, profile.isLive())
                .setParameter(2, lease.fence())
                .setParameter(3, at(now))
                .setParameter(4, trouble)
                .setParameter(5, at(now.minus(PATIENCE)))
                .getResultList();
        for (Object row : rows) {
            Object[] fields = (Object[]) row;
            if ((Boolean) fields[1]) {
                troubles.fire(new SweepTrouble(DriftStore.instant(fields[0]), trouble));
            }
        }
    }

    /** The payments that can still be paid and that the plan does not leave out, those asked about longest ago first. */
    public List<UUID> open(SweepPlan plan) {
        return ids(entities.createNativeQuery(
                        "select cast(id as text) from payment where livemode = ?1"
                                + " and status in ('creating', 'pending', 'processing', 'failed')"
                                + " and coalesce(payment_link_id, invoice_id) is not null"
                                + " and (checked_at < ?2 or checked_at is null and created_at < ?3) order by checked_at nulls first, id limit ?4")
                .setParameter(1, profile.isLive())
                .setParameter(2, at(plan.openBefore()))
                .setParameter(3, at(plan.createdBefore()))
                .setParameter(4, MOST)
                .getResultList());
    }

    /** The payments of the last 180 days that have come to an end and that the plan does not leave out; what differs is open. */
    public List<UUID> ended(SweepPlan plan) {
        return ids(entities.createNativeQuery("select cast(id as text) from payment where livemode = ?1"
                        + " and status in ('paid', 'canceled', 'rejected')"
                        + " and coalesce(payment_link_id, invoice_id) is not null"
                        + " and (checked_at < ?2 or checked_at is null and created_at < ?3 or checked_at < ?6"
                        + " and exists (select 1 from stripe_drift d where d.payment_id = payment.id))"
                        + " and coalesce(paid_at, created_at) >= ?4 order by checked_at nulls first, id limit ?5")
                .setParameter(1, profile.isLive())
                .setParameter(2, at(plan.endedBefore()))
                .setParameter(3, at(plan.createdBefore()))
                .setParameter(4, at(clock.instant().minus(REREAD)))
                .setParameter(5, MOST)
                .setParameter(6, at(plan.openBefore()))
                .getResultList());
    }

    /** The payments to which these objects belong, each known by any of its ids. */
    public Set<UUID> owners(Collection<Set<String>> objects) {
        Set<UUID> owners = new LinkedHashSet<>();
        objects.forEach(ids -> owners.addAll(store.findOwners(ids)));
        return owners;
    }

    /** What a person should look at. */
    public DriftReport report() {
        List<?> rows = entities.createNativeQuery(
                        "select finished_at, last_error from stripe_sweep where livemode = ?1")
                .setParameter(1, profile.isLive())
                .getResultList();
        Object[] sweep = rows.isEmpty() ? new Object[2] : (Object[]) rows.get(0);
        Instant last = sweep[0] == null ? null : DriftStore.instant(sweep[0]);
        return new DriftReport(last, (String) sweep[1], drift.list(profile.isLive()));
    }

    private static List<UUID> ids(List<?> rows) {
        return rows.stream().map(row -> UUID.fromString((String) row)).toList();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
