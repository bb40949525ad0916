package com.operatoros.payments.gateway;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An answer of the gateway to a call that is done, with what it tells beyond that.
 *
 * @param ids of the objects that it made or named
 * @param url where the client pays
 * @param invoice how the invoice stands
 * @param happenedAt the gateway's time of it
 * @param refund the money that goes back
 */
public record GatewayAnswer(
        Map<ObjectKind, String> ids,
        @Nullable String url,
        @Nullable Instant happenedAt,
        @Nullable RefundReport refund,
        @Nullable InvoiceReport invoice) {

    private static GatewayAnswer of(Map<ObjectKind, String> ids) {
        return new GatewayAnswer(ids, null, null, null, null);
    }

    /** A refund that was made. */
    public static GatewayAnswer refund(RefundReport report) {
        return new GatewayAnswer(Map.of(ObjectKind.REFUND, report.refundId()), null, null, report, null);
    }

    /** An invoice that can be paid. */
    public static GatewayAnswer invoice(InvoiceReport report) {
        Map<ObjectKind, String> ids = Map.of(ObjectKind.INVOICE, report.id().value());
        return new GatewayAnswer(ids, report.pages().url(), null, null, report);
    }

    /** Nothing but that it is done. */
    public static GatewayAnswer nothing() {
        return of(Map.of());
    }

    /** Nothing but when it was done. */
    public static GatewayAnswer at(Instant at) {
        return new GatewayAnswer(Map.of(), null, at, null, null);
    }

    /** The id of what was made. */
    public static GatewayAnswer id(ObjectKind kind, String id) {
        return of(Map.of(kind, id));
    }

    /** A link that can be paid. */
    public static GatewayAnswer link(String id, String url) {
        return new GatewayAnswer(Map.of(ObjectKind.PAYMENT_LINK, id), url, null, null, null);
    }

    /** How the invoice stands, where it tells that. */
    public Optional<InvoiceReport> told() {
        return Optional.ofNullable(invoice);
    }

    /** The invoice's number. */
    public @Nullable String number() {
        return invoice == null ? null : invoice.pages().number();
    }

    /** The invoice as a PDF. */
    public @Nullable String pdfUrl() {
        return invoice == null ? null : invoice.pages().pdfUrl();
    }

    /** The same, and another id. */
    public GatewayAnswer and(ObjectKind kind, String id) {
        Map<ObjectKind, String> all = new EnumMap<>(ObjectKind.class);
        all.putAll(ids);
        all.put(kind, id);
        return new GatewayAnswer(all, url, happenedAt, refund, invoice);
    }
}
