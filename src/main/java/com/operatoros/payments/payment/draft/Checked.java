package com.operatoros.payments.payment.draft;

import com.operatoros.payments.text.FieldError;
import java.util.List;
import java.util.Optional;

/**
 * An outcome of judging what somebody typed: what it means, or everything that is wrong with it (rule D2).
 *
 * @param <T> what it means
 */
public sealed interface Checked<T> {

    /** What is wrong; empty when nothing is. */
    List<FieldError> errors();

    /** What it means; nothing when something is wrong. */
    Optional<T> value();

    /** All is well. */
    record Valid<T>(T meant) implements Checked<T> {
        @Override
        public List<FieldError> errors() {
            return List.of();
        }

        @Override
        public Optional<T> value() {
            return Optional.of(meant);
        }
    }

    /** Something has to be corrected. */
    record Invalid<T>(List<FieldError> errors) implements Checked<T> {
        @Override
        public Optional<T> value() {
            return Optional.empty();
        }
    }
}
