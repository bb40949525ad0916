package com.operatoros.payments.webhook;

import com.operatoros.payments.business.BillingProfile;
import com.operatoros.payments.gateway.Backoff;
import com.operatoros.payments.payment.PaymentReports;
import com.operatoros.payments.payment.PaymentStore;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What events could not tell, parked until Stripe has been asked how the payment stands (rule W7). */
@Stateless
public class OpenQuestions {

    /** Longer than asking about one payment takes. */
    private static final Duration LEASE = Duration.ofSeconds(60);

    /** After so long somebody should know. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private static final Duration HEADSTART = Duration.ofSeconds(3);

    /** Two things that are learnt at the same time see each other a little later. */
    private static final Duration OF_LATE = Duration.ofMinutes(10);

    private static final Duration KEEP_EVENTS = Duration.ofDays(60);

    @PersistenceContext(unitName = "payments")
    private EntityManager entities;

    @Inject
    private Neighbours neighbours;

    @Inject
    private BillingProfile profile;

    @Inject
    private PaymentStore store;

    @Inject
    private PaymentReports reports;

    @Inject
    private Clock clock;

    /** Parks a question; another event may tell it in a moment. */
    public void ask(UUID paymentId, String eventId, String reason) {
        Instant now = clock.instant();
        entities.createNativeQuery("insert into stripe_question (payment_id, event_id, reason, asked_at, next_at)"
                        + " values (?1, ?2, ?3, ?4, ?5)")
                .setParameter(1, paymentId)
                .setParameter(2, eventId)
                .setParameter(3, reason)
                .setParameter(4, at(now))
                .setParameter(5, at(now.plus(HEADSTART)))
                .executeUpdate();
    }

    /** Asks about the events of neighbours that turned out to be ours by an id that was learnt of late. */
    public void askAboutMatches() {
        askAboutMatches(clock.instant().minus(OF_LATE));
    }

    private void askAboutMatches(Instant since) {
        neighbours.takeMatches(since).forEach(match -> ask(match.paymentId(), match.eventId(), match.type()));
    }

    /** Takes what waits longest and nobody else is asking. */
    public Optional<OpenQuestion> claimNext() {
        Instant now = clock.instant();
        List<?> rows = entities.createNativeQuery("update stripe_question q"
                        + " set fence = q.fence + 1, tries = q.tries + 1, next_at = ?2 where q.id = ("
                        + "select w.id from stripe_question w join payment p on p.id = w.payment_id and p.livemode = ?3"
                        + " where w.settled_at is null and w.next_at <= ?1 order by w.next_at limit 1"
                        + " for update of w skip locked)"
                        + " returning q.id, cast(q.payment_id as text), q.event_id, q.reason, q.fence")
                .setParameter(1, at(now))
                .setParameter(2, at(now.plus(LEASE)))
                .setParameter(3, profile.isLive())
                .getResultList();
        return rows.stream().map(row -> question((Object[]) row)).findFirst();
    }

    private static OpenQuestion question(Object[] row) {
        return new OpenQuestion(
                ((Number) row[0]).longValue(),
                UUID.fromString((String) row[1]),
                (String) row[2],
                (String) row[3],
                ((Number) row[4]).longValue());
    }

    /** Stripe has answered. */
    public void settle(OpenQuestion question) {
        entities.createNativeQuery("update stripe_question set settled_at = ?3, last_error = null"
                        + " where id = ?1 and fence = ?2")
                .setParameter(1, question.id())
                .setParameter(2, question.fence())
                .setParameter(3, at(clock.instant()))
                .executeUpdate();
    }

    /** Stripe could not be asked: it is tried again after a pause that grows, and told after an hour. */
    public void postpone(OpenQuestion question, String trouble) {
        Instant now = clock.instant();
        List<?> rows = entities.createNativeQuery("update stripe_question set last_error = ?3, alarmed_at ="
                        + " case when alarmed_at is null and asked_at <= ?4 then cast(?5 as timestamptz) else alarmed_at end"
                        + " where id = ?1 and fence = ?2 returning tries, coalesce(alarmed_at = ?5, false)")
                .setParameter(1, question.id())
                .setParameter(2, question.fence())
                .setParameter(3, trouble)
                .setParameter(4, at(now.minus(PATIENCE)))
                .setParameter(5, at(now))
                .getResultList();
        for (Object row : rows) {
            Object[] fields = (Object[]) row;
            Instant next = now.plus(Backoff.pause(((Number) fields[0]).intValue(), Duration.ZERO));
            entities.createNativeQuery("update stripe_question set next_at = ?2 where id = ?1")
                    .setParameter(1, question.id())
                    .setParameter(2, at(next))
                    .executeUpdate();
            if ((Boolean) fields[1]) {
                reports.stillUnclear(store.lock(question.paymentId()), question.reason(), trouble);
            }
        }
    }

    /** Forgets what nobody needs any more. */
    public void forgetOld() {
        askAboutMatches(Instant.EPOCH);
        neighbours.forgetOld();
        OffsetDateTime before = at(clock.instant().minus(KEEP_EVENTS));
        entities.createNativeQuery("delete from stripe_event where received_at < ?1")
                .setParameter(1, before)
                .executeUpdate();
        entities.createNativeQuery("delete from stripe_question where settled_at < ?1")
                .setParameter(1, before)
                .executeUpdate();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
