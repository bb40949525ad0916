package com.operatoros.payments.setup;

import com.operatoros.payments.payment.Texts;
import java.util.List;

/** A sentence that each reader gets in the own language. */
public record Words(String key, List<Object> values) {

    static Words of(String key, Object... values) {
        return new Words("check." + key, List.of(values));
    }

    public String in(Texts texts) {
        return texts.get(key, values.toArray());
    }
}
