package com.operatoros.payments.report;

import com.operatoros.payments.money.Currency;
import java.util.Map;

/**
 * A set of figures in one currency, one for each measure.
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
