package com.operatoros.payments.payment;

import java.util.Arrays;
import java.util.Optional;

/** The orders in which payments can be listed; within the same value by id, so that every order is total. */
public enum PaymentSort {
    CREATED("created", "p.createdAt", true),
    CREATED_DESC("-created", "p.createdAt", false),
    AMOUNT("amount", "p.amountMinor", true),
    AMOUNT_DESC("-amount", "p.amountMinor", false),
    DUE("due", "p.dueKey", true),
    DUE_DESC("-due", "p.dueKey", false);

    private final String code;
    private final String key;
    private final boolean ascending;

    PaymentSort(String code, String key, boolean ascending) {
        this.code = code;
        this.key = key;
        this.ascending = ascending;
    }

    /** Finds an order by its code, such as {@code -created}. */
    public static Optional<PaymentSort> find(String code) {
        return Arrays.stream(values()).filter(sort -> sort.code.equals(code)).findFirst();
    }

    public String code() {
        return code;
    }

    String orderBy() {
        String direction = ascending ? " asc" : " desc";
        return " order by " + key + direction + ", p.id" + direction;
    }

    String after() {
        String beyond = ascending ? ">" : "<";
        // The first condition bounds the index; the second one alone would read it from its beginning.
        return "(" + key + " " + beyond + "= :key and (" + key + " " + beyond + " :key or p.id " + beyond + " :keyId))";
    }

    boolean isByDue() {
        return this == DUE || this == DUE_DESC;
    }

    boolean isByAmount() {
        return this == AMOUNT || this == AMOUNT_DESC;
    }
}
