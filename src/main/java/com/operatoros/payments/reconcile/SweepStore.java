package com.operatoros.payments.reconcile;

import com.operatoros.payments.business.BillingProfile;
import com.operatoros.payments.gateway.SweepTrouble;
import com.operatoros.payments.payment.PaymentStore;
import com.operatoros.payments.sql.Sql;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps how far the sweep has come and who makes it, and finds the payments that are to be asked about (rule R3). Long
 * since the statements of each transaction of a sweep are written out.
 */
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
        Sql.of(entities, "insert into stripe_sweep (livemode) values (?1) on conflict do nothing", profile.isLive())
                .execute();
        Instant now = clock.instant();
        return Sql.of(
                        entities,
                        "update stripe_sweep set fence = fence + 1, lease_until = ?2,"
                                + " started_at = ?3 where livemode = ?1 and lease_until <= ?3 returning fence, read_until",
                        profile.isLive(),
                        now.plus(LEASE),
                        now)
                .first(row -> new Lease(row.number(1), now, row.timeOrNull(2)));
    }

    /** Whether the lease is still ours; then it lasts longer. */
    public boolean extend(Lease lease) {
        return Sql.of(
                        entities,
                        "update stripe_sweep set lease_until = ?3 where livemode = ?1 and fence = ?2",
                        profile.isLive(),
                        lease.fence(),
                        clock.instant().plus(LEASE))
                .executeOne();
    }

    /** When our first payment was made; before it nothing can be ours. */
    public Instant firstPayment() {
        return Sql.of(entities, "select min(created_at) from payment where livemode = ?1", profile.isLive())
                .one(row -> Optional.ofNullable(row.timeOrNull(1)))
                .orElseGet(clock::instant);
    }

    /** All events up to a moment have been read. */
    public void eventsRead(Lease lease, Instant until) {
        Sql.of(
                        entities,
                        "update stripe_sweep set read_until = ?3 where livemode = ?1 and fence = ?2",
                        profile.isLive(),
                        lease.fence(),
                        until)
                .execute();
    }

    /** The sweep has run out of time: the next one goes on with what was asked about longest ago. */
    public void release(Lease lease) {
        Sql.of(
                        entities,
                        "update stripe_sweep set lease_until = ?3 where livemode = ?1 and fence = ?2",
                        profile.isLive(),
                        lease.fence(),
                        clock.instant())
                .execute();
    }

    /** The sweep is over, and all that it was to ask for is known. */
    public void finish(Lease lease) {
        Sql.of(
                        entities,
                        "update stripe_sweep set lease_until = ?3, finished_at = ?3, last_error = null,"
                                + " failing_since = null, alarmed_at = null where livemode = ?1 and fence = ?2",
                        profile.isLive(),
                        lease.fence(),
                        clock.instant())
                .execute();
    }

    /** The sweep is over, but Stripe did not answer everything: the next one asks again, and after an hour it is told. */
    public void fail(Lease lease, String trouble) {
        Instant now = clock.instant();
        Sql.of(
                        entities,
                        "update stripe_sweep set lease_until = ?3, last_error = ?4,"
                                + " failing_since = coalesce(failing_since, ?3),"
                                + " alarmed_at = case when alarmed_at is null and failing_since <= ?5 then ?3 else alarmed_at end"
                                + " where livemode = ?1 and fence = ?2 returning failing_since, coalesce(alarmed_at = ?3, false)",
                        profile.isLive(),
                        lease.fence(),
                        now,
                        trouble,
                        now.minus(PATIENCE))
                .first(row -> new Failing(row.time(1), row.flag(2)))
                .filter(Failing::isTold)
                .ifPresent(failing -> troubles.fire(new SweepTrouble(failing.since(), trouble)));
    }

    /** @param isTold whether somebody has to know now */
    private record Failing(Instant since, boolean isTold) {}

    /** The payments that can still be paid and that the plan does not leave out, those asked about longest ago first. */
    public List<UUID> open(SweepPlan plan) {
        return Sql.of(
                        entities,
                        "select cast(id as text) from payment where livemode = ?1"
                                + " and status in ('creating', 'pending', 'processing', 'failed')"
                                + " and coalesce(payment_link_id, invoice_id) is not null"
                                + " and (checked_at < ?2 or checked_at is null and created_at < ?3) order by checked_at nulls first, id limit ?4",
                        profile.isLive(),
                        plan.openBefore(),
                        plan.createdBefore(),
                        MOST)
                .list(row -> row.uuid(1));
    }

    /** The payments of the last 180 days that have come to an end and that the plan does not leave out; what differs is open. */
    public List<UUID> ended(SweepPlan plan) {
        return Sql.of(
                        entities,
                        "select cast(id as text) from payment where livemode = ?1"
                                + " and status in ('paid', 'canceled', 'rejected')"
                                + " and coalesce(payment_link_id, invoice_id) is not null"
                                + " and (checked_at < ?2 or checked_at is null and created_at < ?3 or checked_at < ?6"
                                + " and exists (select 1 from stripe_drift d where d.payment_id = payment.id))"
                                + " and coalesce(paid_at, created_at) >= ?4 order by checked_at nulls first, id limit ?5",
                        profile.isLive(),
                        plan.endedBefore(),
                        plan.createdBefore(),
                        clock.instant().minus(REREAD),
                        MOST,
                        plan.openBefore())
                .list(row -> row.uuid(1));
    }

    /** The payments to which these objects belong, each known by any of its ids. */
    public Set<UUID> owners(Collection<Set<String>> objects) {
        Set<UUID> owners = new LinkedHashSet<>();
        objects.forEach(ids -> owners.addAll(store.findOwners(ids)));
        return owners;
    }

    /** What a person should look at. */
    public DriftReport report() {
        Optional<Swept> swept = Sql.of(
                        entities,
                        "select finished_at, last_error from stripe_sweep where livemode = ?1",
                        profile.isLive())
                .first(row -> new Swept(row.timeOrNull(1), row.textOrNull(2)));
        return new DriftReport(
                swept.map(Swept::at).orElse(null),
                swept.map(Swept::trouble).orElse(null),
                drift.list(profile.isLive()));
    }

    private record Swept(@Nullable Instant at, @Nullable String trouble) {}
}
