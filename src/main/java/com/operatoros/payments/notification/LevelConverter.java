package com.operatoros.payments.notification;

import com.operatoros.payments.code.Coded;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Stores a level by its code. */
@Converter(autoApply = true)
public class LevelConverter implements AttributeConverter<Level, String> {

    @Override
    public String convertToDatabaseColumn(Level level) {
        return level.code();
    }

    @Override
    public Level convertToEntityAttribute(String stored) {
        return Coded.get(Level.class, stored);
    }
}
