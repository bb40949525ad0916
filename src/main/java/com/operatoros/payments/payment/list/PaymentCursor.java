package com.operatoros.payments.payment.list;

import com.operatoros.payments.payment.Payment;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** A place where a page of a list ended: the last row's sort key and id. */
record PaymentCursor(PaymentSort sort, Object key, UUID id) {

    /** Sorts what has no due date behind everything that has one. */
    static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private static final int LONGEST_TIME = "2026-11-22T12:00:00.123456789Z".length();

    static PaymentCursor behind(Payment last, PaymentSort sort) {
        return new PaymentCursor(sort, key(last, sort), last.id());
    }

    /** Reads a cursor; one that was made for another order, or not by us, is none. */
    static Optional<PaymentCursor> read(String text, PaymentSort sort) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            String[] parts = plain.split("\\|", -1);
            if (parts.length != 3 || !parts[0].equals(sort.code())) {
                return Optional.empty();
            }
            return Optional.of(new PaymentCursor(sort, parse(parts[1], sort), UUID.fromString(parts[2])));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The key as the database keeps it. */
    Object storedKey() {
        return key instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : key;
    }

    String text() {
        String plain = sort.code() + "|" + key + "|" + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    private static Object key(Payment payment, PaymentSort sort) {
        if (sort.isByAmount()) {
            return payment.amount().minor();
        }
        if (sort.isByDue()) {
            LocalDate due = payment.bill().dueDate();
            return due == null ? NEVER : due;
        }
        return payment.createdAt();
    }

    private static Object parse(String key, PaymentSort sort) {
        if (sort.isByAmount()) {
            return Long.valueOf(key);
        }
        if (key.length() > LONGEST_TIME) {
            throw new IllegalArgumentException("a year that the database does not know");
        }
        return sort.isByDue() ? LocalDate.parse(key) : Instant.parse(key);
    }
}
