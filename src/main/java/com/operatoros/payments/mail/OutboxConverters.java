package com.operatoros.payments.mail;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;

/** How the kinds and states of mails are stored: by the codes that the JSON uses. */
final class OutboxConverters {

    private OutboxConverters() {}

    @Converter(autoApply = true)
    public static class OfKind implements AttributeConverter<MailKind, String> {
        @Override
        public String convertToDatabaseColumn(MailKind kind) {
            return kind.code();
        }

        @Override
        public MailKind convertToEntityAttribute(String stored) {
            return MailKind.valueOf(stored.toUpperCase(Locale.ROOT));
        }
    }

    @Converter(autoApply = true)
    public static class OfState implements AttributeConverter<OutboxState, String> {
        @Override
        public String convertToDatabaseColumn(OutboxState state) {
            return state.code();
        }

        @Override
        public OutboxState convertToEntityAttribute(String stored) {
            return OutboxState.valueOf(stored.toUpperCase(Locale.ROOT));
        }
    }
}
