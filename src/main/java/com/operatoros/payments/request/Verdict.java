package com.operatoros.payments.request;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A verdict: what to do with a request. */
public sealed interface Verdict {

    /** Takes each kind of verdict. */
    interface Reader<T> {
        T fresh(Fresh verdict);

        T answered(Answered verdict);

        T interrupted(Interrupted verdict);

        T busy(Busy verdict);

        T taken(Taken verdict);
    }

    /** Hands the verdict to the method of its kind. */
    <T> T tellTo(Reader<T> reader);

    /** Whether the request is to be carried out. */
    default boolean isFresh() {
        return false;
    }

    /** Whether somebody is carrying it out. */
    default boolean isBusy() {
        return false;
    }

    /** It is the first of its key, or nothing came of the first: carry it out. */
    record Fresh() implements Verdict {
        @Override
        public <T> T tellTo(Reader<T> reader) {
            return reader.fresh(this);
        }

        @Override
        public boolean isFresh() {
            return true;
        }
    }

    /** It has been answered. */
    record Answered(int status, String answer) implements Verdict {
        @Override
        public <T> T tellTo(Reader<T> reader) {
            return reader.answered(this);
        }
    }

    /** It was carried out and never answered: the server died in between. */
    record Interrupted(UUID paymentId) implements Verdict {
        @Override
        public <T> T tellTo(Reader<T> reader) {
            return reader.interrupted(this);
        }
    }

    /** Somebody is carrying it out. */
    record Busy() implements Verdict {
        @Override
        public <T> T tellTo(Reader<T> reader) {
            return reader.busy(this);
        }

        @Override
        public boolean isBusy() {
            return true;
        }
    }

    /**
     * The key belongs to another request.
     *
     * @param paymentId the payment that the other one has touched, if it has
     */
    record Taken(@Nullable UUID paymentId) implements Verdict {
        @Override
        public <T> T tellTo(Reader<T> reader) {
            return reader.taken(this);
        }
    }
}
