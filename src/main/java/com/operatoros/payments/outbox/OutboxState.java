package com.operatoros.payments.outbox;

import com.operatoros.payments.code.Coded;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** A stage of something that must leave. */
public enum OutboxState implements Coded {
    QUEUED,
    /** The receiver took it. */
    SENT,
    /** It will not be tried again. */
    FAILED,
    /** There was nobody to hand it to when it was to leave. */
    NOT_CONFIGURED;

    /** Stores a state by its code. */
    @Converter(autoApply = true)
    public static class ByCode implements AttributeConverter<OutboxState, String> {
        @Override
        public String convertToDatabaseColumn(OutboxState state) {
            return state.code();
        }

        @Override
        public OutboxState convertToEntityAttribute(String stored) {
            return Coded.get(OutboxState.class, stored);
        }
    }
}
