package com.operatoros.payments.business;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/** The last day on which an invoice is paid in time: a plain date of the calendar, in the business's zone. */
public final class DueDate {

    public static final int MAX_DAYS = 365;

    private static final Pattern DAYS = Pattern.compile("\\d{1,3}");

    private DueDate() {}

    /** Reads a number of days from 0 to {@link #MAX_DAYS}. */
    public static Optional<Integer> readDays(String text) {
        return Optional.of(text)
                .filter(DAYS.asMatchPredicate())
                .map(Integer::valueOf)
                .filter(days -> days <= MAX_DAYS);
    }

    /** Reads a date such as {@code 2026-12-31}. */
    public static Optional<LocalDate> readDate(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The last second of the day: until then the invoice is not overdue, and a day that has begun is not over. */
    public static Instant end(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1);
    }
}
