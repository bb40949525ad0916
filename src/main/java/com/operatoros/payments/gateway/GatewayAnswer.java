package com.operatoros.payments.gateway;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer of the gateway to a call that is done, with what it tells beyond that.
 *
 * @param ids of the objects that it made or named
 * @param number the invoice's number
 * @param url where the client pays
 * @param pdfUrl the invoice as a PDF
 * @param happenedAt the gateway's time of it
 * @param refund the money that goes back
 */
public record GatewayAnswer(
        Map<ObjectKind, String> ids,
        @Nullable String number,
        @Nullable String url,
        @Nullable String pdfUrl,
        @Nullable Instant happenedAt,
        @Nullable RefundReport refund) {

    /** Without a refund. */
    public GatewayAnswer(
            Map<ObjectKind, String> ids,
            @Nullable String number,
            @Nullable String url,
            @Nullable String pdfUrl,
            @Nullable Instant happenedAt) {
        this(ids, number, url, pdfUrl, happenedAt, null);
    }

    /** A refund that was made. */
    public static GatewayAnswer refund(RefundReport report) {
        return new GatewayAnswer(Map.of(ObjectKind.REFUND, report.refundId()), null, null, null, null, report);
    }

    /** Nothing but that it is done. */
    public static GatewayAnswer nothing() {
        return new GatewayAnswer(Map.of(), null, null, null, null);
    }

    /** Nothing but when it was done. */
    public static GatewayAnswer at(Instant at) {
        return new GatewayAnswer(Map.of(), null, null, null, at);
    }

    /** The id of what was made. */
    public static GatewayAnswer id(ObjectKind kind, String id) {
        return new GatewayAnswer(Map.of(kind, id), null, null, null, null);
    }

    /** A link that can be paid. */
    public static GatewayAnswer link(String id, String url) {
        return new GatewayAnswer(Map.of(ObjectKind.PAYMENT_LINK, id), null, url, null, null);
    }

    /** The same, and another id. */
    public GatewayAnswer and(ObjectKind kind, String id) {
        Map<ObjectKind, String> all = new EnumMap<>(ObjectKind.class);
        all.putAll(ids);
        all.put(kind, id);
        return new GatewayAnswer(all, number, url, pdfUrl, happenedAt, refund);
    }
}
