package com.operatoros.payments.text;

import java.util.List;

/** A sentence that each reader gets in the own language: the key of its text, and the values. */
public record Words(String key, List<Object> values) {

    public static Words of(String key, Object... values) {
        return new Words(key, List.of(values));
    }

    public String in(Texts texts) {
        return texts.get(key, values.toArray());
    }
}
