package com.operatoros.payments.gateway;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An outcome of a call of the gateway: done, not done, refused, or not known. */
public sealed interface CallOutcome {

    /** Takes each kind of outcome. */
    interface Reader<T> {
        T done(Done outcome);

        T notDone(NotDone outcome);

        T refused(Refused outcome);

        T denied(Denied outcome);

        T unknown(Unknown outcome);
    }

    /** Hands the outcome to the method of its kind. */
    <T> T tellTo(Reader<T> reader);

    /** What the gateway answered, if it is done. */
    default Optional<GatewayAnswer> answer() {
        return Optional.empty();
    }

    /** The same, with another id where it is done. */
    default CallOutcome and(ObjectKind kind, String id) {
        return this;
    }

    /** Whether nobody knows what came of it. */
    default boolean isUnknown() {
        return false;
    }

    /** Whether it was looked up and is not there. */
    default boolean isNotDone() {
        return false;
    }

    /** Whether the gateway does not accept our key for it. */
    default boolean isDenial() {
        return false;
    }

    /** Whether the gateway will never do it. */
    default boolean isRefusal() {
        return false;
    }

    /** It is done, now or by an earlier call. */
    record Done(GatewayAnswer given) implements CallOutcome {
        @Override
        public <T> T tellTo(Reader<T> reader) {
            return reader.done(this);
        }

        @Override
        public Optional<GatewayAnswer> answer() {
            return Optional.of(given);
        }

        @Override
        public CallOutcome and(ObjectKind kind, String id) {
            return new Done(given.and(kind, id));
        }
    }

    /** Looked up, and there is nothing of it. */
    record NotDone() implements CallOutcome {
        @Override
        public <T> T tellTo(Reader<T> reader) {
            return reader.notDone(this);
        }

        @Override
        public boolean isNotDone() {
            return true;
        }
    }

    /** The gateway refused for good: repeating the request can't help. */
    record Refused(Failure failure) implements CallOutcome {
        @Override
        public <T> T tellTo(Reader<T> reader) {
            return reader.refused(this);
        }

        @Override
        public boolean isRefusal() {
            return true;
        }
    }

    /**
     * The gateway does not accept our key for it, so nothing was done; a person has to change the key or what it may do.
     *
     * @param permission what the key lacks, in the gateway's words; null when it is not accepted for anything
     */
    record Denied(@Nullable String permission) implements CallOutcome {
        @Override
        public <T> T tellTo(Reader<T> reader) {
            return reader.denied(this);
        }

        @Override
        public boolean isDenial() {
            return true;
        }
    }

    /**
     * Nobody knows whether it is done; the same request with the same key will tell.
     *
     * @param trust whether the key can still be trusted to tell
     * @param pause how long the gateway wants to be left alone; zero when it does not say
     */
    record Unknown(String reason, KeyTrust trust, Duration pause) implements CallOutcome {
        @Override
        public <T> T tellTo(Reader<T> reader) {
            return reader.unknown(this);
        }

        @Override
        public boolean isUnknown() {
            return true;
        }
    }

    /** What an answer says about its idempotency key. */
    enum KeyTrust {
        /** Send it again. */
        FULL,
        /** The gateway failed, and may have stored that failure under the key. */
        SHAKEN,
        /** The gateway does not take it any more. */
        LOST
    }

    /** Nothing is known but the reason, and the same call may be made again. */
    static Unknown unknown(String reason) {
        return new Unknown(reason, KeyTrust.FULL, Duration.ZERO);
    }
}
