package com.operatoros.payments.report;

import com.operatoros.payments.money.Currency;
import java.util.Map;

/** A breakdown of what is outstanding in one currency, by how long it is overdue. */
public record Ageing(Currency currency, Map<Age, Figure> found) {

    public Ageing {
        found = Map.copyOf(found);
    }

    public Figure of(Age age) {
        return found.getOrDefault(age, Figure.none(currency));
    }
}
