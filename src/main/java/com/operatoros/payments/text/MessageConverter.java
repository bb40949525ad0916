package com.operatoros.payments.text;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Keeps a message in a column of JSON, so that each reader gets it in his own language. */
@Converter
public class MessageConverter implements AttributeConverter<Message, Object> {

    @Override
    public @Nullable Object convertToDatabaseColumn(@Nullable Message message) {
        return message == null ? null : message.toJson();
    }

    /** The driver hands a PGobject over, whatever type is declared; its toString() is the JSON text. */
    @Override
    public @Nullable Message convertToEntityAttribute(@Nullable Object stored) {
        return stored == null ? null : Message.fromJson(stored.toString());
    }
}
