package com.operatoros.payments.report;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Some days in the business's zone; null stands for no limit.
 *
 * @param to the last day
 */
public record Period(@Nullable LocalDate from, @Nullable LocalDate to) {

    /** All days. */
    public static final Period ALWAYS = new Period(null, null);
}
