package com.operatoros.payments.payment.operation;

import com.operatoros.payments.gateway.Backoff;
import com.operatoros.payments.gateway.CallOutcome;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An account of the tries to get the present step of an operation done: their key, and the trouble that they met. */
@Embeddable
class Tries {

    /** The gateway keeps a key for a day; a little less makes sure. */
    static final Duration KEY_LIFE = Duration.ofHours(23);

    /** A server error may be a stored one: the second one under a key is not asked for a third time. */
    private static final int MOST_SERVER_ERRORS = 2;

    private static final Duration PRECEDENCE = Duration.ofSeconds(3);

    private int attempt;

    @Column(name = "keyed_at")
    private Instant keyedAt;

    private int failures;

    @Column(name = "server_errors")
    private int serverErrors;

    @Column(name = "next_at")
    private Instant nextAt;

    @Column(name = "alarmed_at")
    private @Nullable Instant alarmedAt;

    /** The key that the gateway did not accept: with the same one it need not be asked again. */
    @Column(name = "denied_key")
    private @Nullable String deniedKey;

    @Column(name = "last_error")
    private @Nullable String lastError;

    protected Tries() {}

    Tries(Instant now) {
        attempt = 1;
        keyedAt = now;
        nextAt = now;
    }

    /** Which of the step's keys is the present one. */
    int attempt() {
        return attempt;
    }

    Optional<String> lastError() {
        return Optional.ofNullable(lastError);
    }

    /** Whether the key of the present attempt has told all that it can, so that only looking helps. */
    boolean mustLook(Instant now) {
        return serverErrors >= MOST_SERVER_ERRORS || now.isAfter(keyedAt.plus(KEY_LIFE));
    }

    /** The first one may be made now by whoever waited for it, and a little later by anybody. */
    void proceed(Instant now) {
        keyedAt = now;
        nextAt = now.plus(PRECEDENCE);
    }

    /** Counts the keys of another step from the beginning. */
    void beginStep(Instant now) {
        attempt = 0;
        beginPart(now);
    }

    /** Leaves the trouble of before behind; what comes now needs a key of its own. */
    void beginPart(Instant now) {
        failures = 0;
        lastError = null;
        renewKey(now);
    }

    void renewKey(Instant now) {
        attempt++;
        serverErrors = 0;
        keyedAt = now;
    }

    boolean isDenied() {
        return deniedKey != null;
    }

    /** Whether nothing but the key stood in the way so far, so that nothing was done. */
    boolean wereOnlyDenied() {
        return lastError != null && failures == 0;
    }

    /** Somebody says that the key may have been given what it lacked. */
    void forgetDenial() {
        deniedKey = null;
    }

    /** It is tried again when there is another key, or when somebody who has given the key what it lacked says so. */
    void denied(String trouble, String key) {
        lastError = trouble;
        deniedKey = key;
    }

    void failed(CallOutcome.Unknown unknown, Instant now) {
        deniedKey = null;
        lastError = unknown.reason();
        serverErrors += unknown.trust().ordinal();
        nextAt = now.plus(Backoff.pause(failures, unknown.pause()));
        failures++;
    }

    /**
     * There will be no other.
     *
     * @param reason why it was refused; null when it is done
     */
    void end(@Nullable String reason) {
        lastError = reason;
    }

    /** Whether the alarm had not been raised before. */
    boolean raiseAlarm(Instant now) {
        boolean isFirst = alarmedAt == null;
        alarmedAt = isFirst ? now : alarmedAt;
        return isFirst;
    }
}
