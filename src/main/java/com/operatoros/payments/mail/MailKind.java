package com.operatoros.payments.mail;

import com.operatoros.payments.code.Coded;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** A purpose for which a mail is sent. */
enum MailKind implements Coded {
    /** Brings the payment to the client. */
    PAYMENT,
    /** Brings it once more, because the admin asked for it. */
    RESEND,
    /** Tells the client that it is paid. */
    RECEIPT,
    /** Tells an admin what is on the list of notifications. */
    NOTICE;

    boolean isForClient() {
        return this != NOTICE;
    }

    /** Stores a kind by the code that the JSON uses. */
    @Converter(autoApply = true)
    public static class ByCode implements AttributeConverter<MailKind, String> {
        @Override
        public String convertToDatabaseColumn(MailKind kind) {
            return kind.code();
        }

        @Override
        public MailKind convertToEntityAttribute(String stored) {
            return Coded.get(MailKind.class, stored);
        }
    }
}
