package com.operatoros.payments.stripe;

import com.operatoros.payments.payment.StripeObjectKind;
import com.operatoros.payments.stripe.StripeEvent.News;
import com.stripe.model.Invoice;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the events of an invoice say. */
final class InvoiceNews {

    private InvoiceNews() {}

    /** Not its customer, who has other invoices too. */
    static void addIds(Invoice invoice, Map<StripeObjectKind, String> ids) {
        StripeEventReader.addId(ids, StripeObjectKind.INVOICE, invoice.getId());
    }

    static Optional<News> find(String type, Invoice invoice, Instant at) {
        return switch (type) {
            case "invoice.paid" -> Optional.of(paid(invoice, at));
            case "invoice.voided" -> Optional.of(withdrawn(invoice, "void"));
            case "invoice.marked_uncollectible" -> Optional.of(withdrawn(invoice, "uncollectible"));
            default -> Optional.empty();
        };
    }

    private static News paid(Invoice invoice, Instant at) {
        boolean isPaid = "paid".equals(invoice.getStatus())
                && invoice.getTotal() != null
                && invoice.getTotal() >= 0
                && invoice.getTotal() <= AttemptNews.LARGEST_AMOUNT
                && invoice.getCurrency() != null;
        return isPaid
                ? new News.InvoicePaid(
                        invoice.getTotal(),
                        invoice.getCurrency(),
                        paidAt(invoice).orElse(at))
                : new News.Unclear();
    }

    static Optional<Instant> paidAt(Invoice invoice) {
        Invoice.@Nullable StatusTransitions moves = invoice.getStatusTransitions();
        return Optional.ofNullable(moves)
                .map(Invoice.StatusTransitions::getPaidAt)
                .filter(seconds -> seconds > 0 && seconds <= StripeEventReader.LATEST)
                .map(Instant::ofEpochSecond);
    }

    private static News withdrawn(Invoice invoice, String status) {
        return status.equals(invoice.getStatus()) ? new News.InvoiceWithdrawn() : new News.Unclear();
    }
}
