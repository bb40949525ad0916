package com.operatoros.payments.webhook;

import com.operatoros.payments.gateway.Backoff;
import com.operatoros.payments.gateway.FailedEvent;
import com.operatoros.payments.sql.Sql;
import com.operatoros.payments.stripe.StripeEvent;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Keeps events whose effect has failed, so that they are tried again until it has not (rule W10). */
@Stateless
public class ParkedEvents {

    private static final Logger LOG = System.getLogger(ParkedEvents.class.getName());

    /** Longer than taking one event takes. */
    private static final Duration LEASE = Duration.ofSeconds(60);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final int LONGEST = 500;

    @PersistenceContext(unitName = "payments")
    private EntityManager entities;

    @Inject
    private Event<FailedEvent> failures;

    @Inject
    private Clock clock;

    /** Keeps one that was delivered, and tells the admin. */
    public void park(StripeEvent event, RuntimeException trouble) {
        String error = words(trouble);
        LOG.log(Level.ERROR, "Event " + event + " has failed and is kept; it will be tried again", trouble);
        Sql.of(entities, "select set_config('lock_timeout', '1000', true)").one(row -> row.text(1));
        Instant now = clock.instant();
        Optional<Boolean> isNew = Sql.of(
                        entities,
                        "insert into stripe_event as known (id, type, payment_id, created_at, received_at, payload, outcome, error, next_at)"
                                + " values (?1, ?2, coalesce((select o.payment_id from stripe_object o"
                                + " where o.id = any (string_to_array(cast(?3 as text), ',')) limit 1),"
                                + " (select p.id from payment p where p.id = cast(?4 as uuid))),"
                                + " ?5, ?6, ?7, ?8, ?9, ?10)"
                                + " on conflict (id) do update set error = excluded.error where known.error is not null"
                                + " returning xmax = 0",
                        event.id(),
                        event.type(),
                        String.join(",", event.ids()),
                        event.namedPayment().map(UUID::toString).orElse(null),
                        event.created(),
                        now,
                        EventLog.storable(event.payload()),
                        EventOutcome.PARKED.code(),
                        error,
                        now.plus(FIRST_PAUSE))
                .first(row -> row.flag(1));
        if (isNew.orElse(false)) {
            failures.fire(new FailedEvent(event.id(), event.type(), error));
        }
    }

    /** An event that is to be tried again. */
    public record Failed(String id, int tries) {}

    /** Takes the one that is due since longest and that nobody else is trying. */
    public Optional<Failed> claimNext() {
        Instant now = clock.instant();
        return Sql.of(
                        entities,
                        "update stripe_event e set tries = e.tries + 1, next_at = ?2 where e.id = ("
                                + "select w.id from stripe_event w where w.next_at <= ?1 order by w.next_at limit 1"
                                + " for update skip locked) returning e.id, e.tries",
                        now,
                        now.plus(LEASE))
                .first(row -> new Failed(row.text(1), row.count(2)));
    }

    /** It has failed once more. */
    public void postpone(Failed event, RuntimeException trouble) {
        LOG.log(Level.WARNING, "Event {0} has failed {1} times: {2}", event.id(), event.tries(), trouble.toString());
        Sql.of(
                        entities,
                        "update stripe_event set error = ?2, next_at = ?3 where id = ?1 and error is not null",
                        event.id(),
                        words(trouble),
                        clock.instant().plus(Backoff.pause(event.tries(), Duration.ZERO)))
                .execute();
    }

    /** It has failed for somebody who wanted it to be taken once more; what it has changed before stands. */
    public void failAgain(String eventId, RuntimeException trouble) {
        LOG.log(Level.WARNING, "Event {0} could not be taken once more: {1}", eventId, trouble.toString());
        Instant now = clock.instant();
        Sql.of(
                        entities,
                        "update stripe_event set error = ?2, tries = tries + 1, next_at = coalesce(next_at, ?3) where id = ?1",
                        eventId,
                        words(trouble),
                        now.plus(FIRST_PAUSE))
                .execute();
    }

    /** What went wrong, as far as it tells anything: the container wraps it several times. */
    static String words(Throwable trouble) {
        Throwable cause = trouble;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String message = cause.getMessage() == null ? "" : ": " + cause.getMessage();
        String words = cause.getClass().getSimpleName() + message;
        return EventLog.storable(words.length() <= LONGEST ? words : words.substring(0, LONGEST));
    }
}
