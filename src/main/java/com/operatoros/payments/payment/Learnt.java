package com.operatoros.payments.payment;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway's answer tells.
 *
 * @param ids of the objects that it made or named
 * @param number the invoice's number
 * @param url where the client pays
 * @param pdfUrl the invoice as a PDF
 * @param happenedAt the gateway's time of it
 * @param refund the money that goes back
 */
public record Learnt(
        Map<StripeObjectKind, String> ids,
        @Nullable String number,
        @Nullable String url,
        @Nullable String pdfUrl,
        @Nullable Instant happenedAt,
        @Nullable RefundReport refund) {

    /** Without a refund. */
    public Learnt(
            Map<StripeObjectKind, String> ids,
            @Nullable String number,
            @Nullable String url,
            @Nullable String pdfUrl,
            @Nullable Instant happenedAt) {
        this(ids, number, url, pdfUrl, happenedAt, null);
    }

    /** A refund that was made. */
    public static Learnt refund(RefundReport report) {
        return new Learnt(Map.of(StripeObjectKind.REFUND, report.refundId()), null, null, null, null, report);
    }

    /** Nothing but that it is done. */
    public static Learnt nothing() {
        return new Learnt(Map.of(), null, null, null, null);
    }

    /** Nothing but when it was done. */
    public static Learnt at(Instant at) {
        return new Learnt(Map.of(), null, null, null, at);
    }

    /** The id of what was made. */
    public static Learnt id(StripeObjectKind kind, String id) {
        return new Learnt(Map.of(kind, id), null, null, null, null);
    }

    /** A link that can be paid. */
    public static Learnt link(String id, String url) {
        return new Learnt(Map.of(StripeObjectKind.PAYMENT_LINK, id), null, url, null, null);
    }

    /** The same, and another id. */
    public Learnt and(StripeObjectKind kind, String id) {
        Map<StripeObjectKind, String> all = new EnumMap<>(StripeObjectKind.class);
        all.putAll(ids);
        all.put(kind, id);
        return new Learnt(all, number, url, pdfUrl, happenedAt, refund);
    }
}
