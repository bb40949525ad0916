package com.operatoros.payments.stripe;

import com.operatoros.payments.payment.AttemptReport;
import com.operatoros.payments.payment.LinkState;
import com.operatoros.payments.payment.StripeObjectKind;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * An event in our own words.
 *
 * @param livemode whether real money moved
 * @param namedPayment the payment that the object's metadata names
 * @param objectIds the ids that the object carries, its own included
 * @param news what it says; empty for a type that says nothing to us
 */
public record StripeEvent(
        String id,
        String type,
        Instant created,
        boolean livemode,
        Optional<UUID> namedPayment,
        Map<StripeObjectKind, String> objectIds,
        Optional<News> news) {

    /** The intent that the object belongs to, where it says so. */
    public Optional<String> intentId() {
        return Optional.ofNullable(objectIds.get(StripeObjectKind.PAYMENT_INTENT));
    }

    /** What an event can say about a payment. */
    public sealed interface News {
        /**
         * An attempt to pay.
         *
         * @param usesLinkUp whether the link takes no other payment after it, although it failed
         */
        record Attempt(AttemptReport report, boolean usesLinkUp) implements News {}

        /** The whole invoice is paid, by the client or as the admin says; it does not tell by which intent. */
        record InvoicePaid(long totalMinor, String currency, Instant at) implements News {}

        /** The invoice was voided or written off. */
        record InvoiceWithdrawn() implements News {}

        /** Of a type that we act on, but a field that decides is missing or makes no sense (rule S4). */
        record Unclear() implements News {}

        /** The client left the page and the session has ended. */
        record SessionExpired() implements News {}

        /** The link was changed. */
        record LinkChanged(LinkState state) implements News {}
    }
}
