package com.operatoros.payments.notification.feed;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;

/** Stores the state of a posting by its code. */
@Converter(autoApply = true)
public class PostStateConverter implements AttributeConverter<PostState, String> {

    @Override
    public String convertToDatabaseColumn(PostState state) {
        return state.code();
    }

    @Override
    public PostState convertToEntityAttribute(String stored) {
        return PostState.valueOf(stored.toUpperCase(Locale.ROOT));
    }
}
