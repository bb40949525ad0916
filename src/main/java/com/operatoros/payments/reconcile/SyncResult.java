package com.operatoros.payments.reconcile;

import java.util.Optional;

/** A result of asking Stripe about one payment. */
public sealed interface SyncResult {

    /** Takes each kind of result. */
    interface Reader<T> {
        T done(Done result);

        T nothingToAsk(NothingToAsk result);

        T unclear(Unclear result);

        T unreachable(Unreachable result);
    }

    /** Hands the result to the method of its kind. */
    <T> T tellTo(Reader<T> reader);

    /** Why Stripe could not be asked, if it could not. */
    default Optional<String> silence() {
        return Optional.empty();
    }

    /** Stripe has answered, and the payment stands as it does there. */
    record Done() implements SyncResult {
        @Override
        public <T> T tellTo(Reader<T> reader) {
            return reader.done(this);
        }
    }

    /** With this key Stripe can't be asked about it, or nothing of it is at Stripe yet. */
    record NothingToAsk() implements SyncResult {
        @Override
        public <T> T tellTo(Reader<T> reader) {
            return reader.nothingToAsk(this);
        }
    }

    /** Stripe has answered, but something in the answer is not understood. */
    record Unclear() implements SyncResult {
        @Override
        public <T> T tellTo(Reader<T> reader) {
            return reader.unclear(this);
        }
    }

    /** Stripe could not be asked. */
    record Unreachable(String trouble) implements SyncResult {
        @Override
        public <T> T tellTo(Reader<T> reader) {
            return reader.unreachable(this);
        }

        @Override
        public Optional<String> silence() {
            return Optional.of(trouble);
        }
    }
}
