package com.operatoros.payments.outbox;

import com.operatoros.payments.text.Message;
import com.operatoros.payments.text.MessageConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row's part that says how far it has come on its way out (rules X3 to X5). */
@Embeddable
public class Delivery {

    private OutboxState state;
    private int claims;
    private int failures;

    @Column(name = "queued_at")
    private Instant queuedAt;

    @Column(name = "next_at")
    private Instant nextAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Convert(converter = MessageConverter.class)
    private @Nullable Message reason;

    protected Delivery() {}

    /** Something that is due from now on. */
    public Delivery(Instant now) {
        state = OutboxState.QUEUED;
        queuedAt = now;
        nextAt = now;
    }

    /** Leaves it alone until then. */
    public void notBefore(Instant time) {
        nextAt = time;
    }

    /** It has to leave once more, with patience of its own, whatever became of it so far. */
    public void queueAgain(Instant now) {
        state = OutboxState.QUEUED;
        queuedAt = now;
        nextAt = now;
        endedAt = null;
        failures = 0;
        reason = null;
    }

    /** There is nobody to hand it to. */
    public void notConfigured(Message why) {
        state = OutboxState.NOT_CONFIGURED;
        endedAt = queuedAt;
        reason = why;
    }

    /** Gives somebody the right to hand it over. */
    public <T> Lease<T> claim(T what, Instant until) {
        claims++;
        nextAt = until;
        return new Lease<>(what, claims);
    }

    /** Whether that right still holds. */
    public boolean isHeldUnder(Lease<?> lease) {
        return isQueued() && claims == lease.number();
    }

    /** Records how a try has ended, if that counts; says whether it does. */
    public boolean record(Lease<?> lease, Handover end, Instant now) {
        boolean counts = isHeldUnder(lease) || isQueued() && end.isTaken();
        if (counts) {
            apply(end, now);
        }
        return counts;
    }

    private void apply(Handover end, Instant now) {
        state = switch (end.kind()) {
            case TAKEN -> OutboxState.SENT;
            case REFUSED, POINTLESS -> OutboxState.FAILED;
            case LATER -> isGivenUp(now) ? OutboxState.FAILED : OutboxState.QUEUED;
        };
        reason = end.reason();
        if (isQueued()) {
            failures++;
            nextAt = now.plus(RetryPolicy.pause(failures, end.wish()));
        } else {
            endedAt = now;
        }
    }

    private boolean isGivenUp(Instant now) {
        return now.isAfter(queuedAt.plus(RetryPolicy.PATIENCE));
    }

    public OutboxState state() {
        return state;
    }

    public boolean isQueued() {
        return state == OutboxState.QUEUED;
    }

    /** Whether nobody has tried to hand it over yet. */
    public boolean isUntried() {
        return isQueued() && claims == 0;
    }

    public int claims() {
        return claims;
    }

    public Instant nextAt() {
        return nextAt;
    }

    /** When it came into its state. */
    public Instant since() {
        return endedAt == null ? queuedAt : endedAt;
    }

    /** The latest trouble, or why it has ended without success. */
    public @Nullable Message reason() {
        return reason;
    }
}
