package com.operatoros.payments.webhook;

import com.operatoros.payments.business.BillingProfile;
import com.operatoros.payments.gateway.Backoff;
import com.operatoros.payments.payment.PaymentReports;
import com.operatoros.payments.payment.PaymentStore;
import com.operatoros.payments.sql.Row;
import com.operatoros.payments.sql.Sql;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Parks what events could not tell, until Stripe has been asked how the payment stands (rule W7); long for its statements. */
@Stateless
public class OpenQuestions {

    /** Longer than asking about one payment takes. */
    private static final Duration LEASE = Duration.ofSeconds(60);

    /** After so long somebody should know. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private static final Duration HEADSTART = Duration.ofSeconds(3);

    /** Two things that become known at the same time see each other a little later. */
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
        Sql.apart(
                        entities,
                        "insert into stripe_question (payment_id, event_id, reason, asked_at, next_at)"
                                + " values (?1, ?2, ?3, ?4, ?5)",
                        paymentId,
                        eventId,
                        reason,
                        now,
                        now.plus(HEADSTART))
                .execute();
    }

    /** Asks about the events of neighbours that turned out to be ours by an id that became known of late. */
    public void askAboutMatches() {
        askAboutMatches(clock.instant().minus(OF_LATE));
    }

    private void askAboutMatches(Instant since) {
        neighbours.takeMatches(since).forEach(match -> ask(match.paymentId(), match.eventId(), match.type()));
    }

    /** Takes what waits longest and nobody else is asking. */
    public Optional<OpenQuestion> claimNext() {
        Instant now = clock.instant();
        return Sql.of(
                        entities,
                        "update stripe_question q"
                                + " set fence = q.fence + 1, tries = q.tries + 1, next_at = ?2 where q.id = ("
                                + "select w.id from stripe_question w join payment p on p.id = w.payment_id and p.livemode = ?3"
                                + " where w.settled_at is null and w.next_at <= ?1 order by w.next_at limit 1"
                                + " for update of w skip locked)"
                                + " returning q.id, cast(q.payment_id as text), q.event_id, q.reason, q.fence",
                        now,
                        now.plus(LEASE),
                        profile.isLive())
                .first(OpenQuestions::question);
    }

    private static OpenQuestion question(Row row) {
        return new OpenQuestion(row.number(1), row.uuid(2), row.textOrNull(3), row.text(4), row.number(5));
    }

    /** Stripe has answered, so that the event has told what it had to. */
    public void settle(OpenQuestion question) {
        Sql.of(
                        entities,
                        "update stripe_event set outcome = ?2 where id = ?1 and outcome = ?3 and error is null",
                        question.eventId(),
                        EventOutcome.APPLIED.code(),
                        EventOutcome.PARKED.code())
                .execute();
        Sql.of(
                        entities,
                        "update stripe_question set settled_at = ?3, last_error = null"
                                + " where id = ?1 and fence = ?2",
                        question.id(),
                        question.fence(),
                        clock.instant())
                .execute();
    }

    /** Stripe could not be asked: it is tried again after a pause that grows, and told after an hour. */
    public void postpone(OpenQuestion question, String trouble) {
        Instant now = clock.instant();
        Optional<Postponed> postponed = Sql.of(
                        entities,
                        "update stripe_question set last_error = ?3, alarmed_at ="
                                + " case when alarmed_at is null and asked_at <= ?4 then cast(?5 as timestamptz) else alarmed_at end"
                                + " where id = ?1 and fence = ?2 returning tries, coalesce(alarmed_at = ?5, false)",
                        question.id(),
                        question.fence(),
                        trouble,
                        now.minus(PATIENCE),
                        now)
                .first(row -> new Postponed(row.count(1), row.flag(2)));
        postponed.ifPresent(state -> {
            Instant next = now.plus(Backoff.pause(state.tries(), Duration.ZERO));
            Sql.of(entities, "update stripe_question set next_at = ?2 where id = ?1", question.id(), next)
                    .execute();
            if (state.isTold()) {
                reports.stillUnclear(store.lock(question.paymentId()), question.reason(), trouble);
            }
        });
    }

    /** @param isTold whether somebody has to know now */
    private record Postponed(int tries, boolean isTold) {}

    /** Forgets what nobody needs any more. */
    public void forgetOld() {
        askAboutMatches(Instant.EPOCH);
        neighbours.forgetOld();
        Instant before = clock.instant().minus(KEEP_EVENTS);
        Sql.of(entities, "delete from stripe_event where received_at < ?1 and error is null", before)
                .execute();
        Sql.of(entities, "delete from stripe_question where settled_at < ?1", before)
                .execute();
    }
}
