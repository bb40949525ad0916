package com.operatoros.payments.gateway;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A report of the gateway about an invoice as a whole, as it stands at one moment.
 *
 * @param revises the invoice that this one takes the place of, since somebody edited that one; null for none
 * @param revisedBy the invoice that has taken the place of this one
 * @param isWrittenOff whether it has ever been given up; it can be paid all the same
 * @param paidAt when it was paid as a whole; null while it is not
 * @param toldAt as of when the gateway says so
 */
public record InvoiceReport(
        InvoiceId id,
        @Nullable InvoiceId revises,
        @Nullable InvoiceId revisedBy,
        InvoiceState state,
        Sums sums,
        Pages pages,
        boolean isWrittenOff,
        @Nullable Instant paidAt,
        Instant toldAt) {

    /**
     * What it is about, in minor units of its currency.
     *
     * @param total what it bills, without what a discount took off
     * @param discounted what a discount took off
     * @param credited what credit notes took off before it was paid
     * @param fromBalance what the client's balance settled; negative when it asks for what the client owed from before
     * @param paid what clients paid, here and elsewhere
     * @param overpaid what was paid above what it asked for
     */
    public record Sums(
            String currency, long total, long discounted, long credited, long fromBalance, long paid, long overpaid) {}

    /**
     * Where a client finds it.
     *
     * @param url the page on which it is paid
     */
    public record Pages(
            @Nullable String number,
            @Nullable String url,
            @Nullable String pdfUrl) {}
}
