package com.operatoros.payments.report;

import com.operatoros.payments.money.Currency;
import java.util.Map;

/**
 * What is known in one currency.
 *
 * @param found the figures that are not zero
 */
public record Figures(Currency currency, Map<Measure, Figure> found) {

    public Figures {
        found = Map.copyOf(found);
    }

    public Figure of(Measure measure) {
        return found.getOrDefault(measure, Figure.none(currency));
    }
}
