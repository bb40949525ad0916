package com.operatoros.payments.payment.list;

import java.util.Arrays;
import java.util.Optional;

/** The orders in which payments can be listed; within the same value by id, so that every order is total. */
public enum PaymentSort {
    CREATED("created", "created_at", true),
    CREATED_DESC("-created", "created_at", false),
    AMOUNT("amount", "amount_minor", true),
    AMOUNT_DESC("-amount", "amount_minor", false),
    DUE("due", "due_key", true),
    DUE_DESC("-due", "due_key", false);

    private final String code;
    private final String column;
    private final boolean ascending;

    PaymentSort(String code, String column, boolean ascending) {
        this.code = code;
        this.column = column;
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
        return " order by p." + column + direction + ", p.id" + direction;
    }

    /** What is true for the rows behind a row, of which the key and the id are put in. */
    String behind(String key, String id) {
        return "(p." + column + ", p.id) " + (ascending ? ">" : "<") + " (" + key + ", " + id + ")";
    }

    boolean isByDue() {
        return this == DUE || this == DUE_DESC;
    }

    boolean isByAmount() {
        return this == AMOUNT || this == AMOUNT_DESC;
    }
}
