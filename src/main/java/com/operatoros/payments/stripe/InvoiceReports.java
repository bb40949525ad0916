package com.operatoros.payments.stripe;

import com.operatoros.payments.gateway.AttemptState;
import com.operatoros.payments.gateway.GatewayReport;
import com.operatoros.payments.gateway.InvoiceId;
import com.operatoros.payments.gateway.ObjectKind;
import com.operatoros.payments.gateway.Remark;
import com.operatoros.payments.money.Amount;
import com.stripe.model.CreditNote;
import com.stripe.model.Invoice;
import com.stripe.model.InvoicePayment;
import com.stripe.model.StripeError;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the events of an invoice, of its parts and of its credit notes. */
final class InvoiceReports {

    private InvoiceReports() {}

    /** Not its customer, who has other invoices too. */
    static void addIds(Invoice invoice, Map<ObjectKind, String> ids) {
        StripeEventReader.addId(ids, ObjectKind.INVOICE, invoice.getId());
    }

    static void addIds(InvoicePayment payment, Map<ObjectKind, String> ids) {
        StripeEventReader.addId(ids, ObjectKind.INVOICE, payment.getInvoice());
        InvoicePayment.Payment by = payment.getPayment();
        if (by != null) {
            StripeEventReader.addId(ids, ObjectKind.PAYMENT_INTENT, by.getPaymentIntent());
        }
    }

    static void addIds(CreditNote note, Map<ObjectKind, String> ids) {
        StripeEventReader.addId(ids, ObjectKind.CREDIT_NOTE, note.getId());
        StripeEventReader.addId(ids, ObjectKind.INVOICE, note.getInvoice());
    }

    static Optional<GatewayReport> find(String type, Invoice invoice, Instant at) {
        return switch (type) {
            case "invoice.finalized" -> passed(Remark.INVOICE_FINALIZED, invoice.getNumber());
            case "invoice.sent" -> passed(Remark.INVOICE_MAILED, invoice.getCustomerEmail());
            case "invoice.paid" -> Optional.of(paid(invoice, at));
            case "invoice.payment_succeeded" -> passed(Remark.INVOICE_CONFIRMED, invoice.getNumber());
            case "invoice.payment_failed" -> Optional.of(new GatewayReport.FailedSomehow());
            case "invoice.payment_action_required" -> passed(Remark.CONFIRMATION_ASKED, null);
            case "invoice.voided" -> Optional.of(withdrawn(invoice, "void"));
            case "invoice.marked_uncollectible" -> Optional.of(withdrawn(invoice, "uncollectible"));
            case "invoice.overpaid" -> Optional.of(new GatewayReport.Overpaid(overpaid(invoice)));
            case "invoice.finalization_failed" -> Optional.of(new GatewayReport.FinalizationFailed(trouble(invoice)));
            default -> Optional.empty();
        };
    }

    static Optional<GatewayReport> find(String type, InvoicePayment payment, Instant at) {
        return type.equals("invoice_payment.paid") ? Optional.of(part(payment, at)) : Optional.empty();
    }

    static Optional<GatewayReport> find(String type, CreditNote note) {
        return switch (type) {
            case "credit_note.created" -> passed(Remark.CREDIT_NOTE_CREATED, note.getNumber());
            case "credit_note.voided" -> passed(Remark.CREDIT_NOTE_VOIDED, note.getNumber());
            default -> Optional.empty();
        };
    }

    /** One intent's share of an invoice; what was paid by other means is told by the invoice. */
    static GatewayReport part(InvoicePayment payment, Instant at) {
        InvoicePayment.Payment by = payment.getPayment();
        String intent = by == null ? null : by.getPaymentIntent();
        if (by != null && intent == null) {
            return new GatewayReport.Passed(Remark.INVOICE_CONFIRMED, null);
        }
        InvoicePayment.StatusTransitions moves = payment.getStatusTransitions();
        Instant paidAt = time(moves == null ? null : moves.getPaidAt()).orElse(at);
        return "paid".equals(payment.getStatus())
                ? AttemptReading.of(AttemptState.PAID, paidAt)
                        .attempt(intent)
                        .intent(intent)
                        .amount(payment.getAmountPaid(), payment.getCurrency())
                        .report()
                : new GatewayReport.Unclear();
    }

    static GatewayReport paid(Invoice invoice, Instant at) {
        Long total = invoice.getTotal();
        boolean isPaid = "paid".equals(invoice.getStatus())
                && invoice.getId() != null
                && total != null
                && total >= 0
                && total <= AttemptReading.LARGEST_AMOUNT
                && invoice.getCurrency() != null;
        if (!isPaid) {
            return new GatewayReport.Unclear();
        }
        long credited = orZero(invoice.getPrePaymentCreditNotesAmount());
        if (total > 0 && credited >= total) {
            return new GatewayReport.InvoiceWithdrawn();
        }
        // What a credit note took away was not paid. What was paid too much is told by the intents, and by an event.
        return new GatewayReport.InvoicePaid(
                new InvoiceId(invoice.getId()),
                new Amount(total - credited, invoice.getCurrency()),
                paidAt(invoice).orElse(at));
    }

    static Optional<Instant> paidAt(Invoice invoice) {
        Invoice.@Nullable StatusTransitions moves = invoice.getStatusTransitions();
        return time(moves == null ? null : moves.getPaidAt());
    }

    private static Optional<Instant> time(@Nullable Long seconds) {
        return Optional.ofNullable(seconds)
                .filter(known -> known > 0 && known <= StripeEventReader.LATEST)
                .map(Instant::ofEpochSecond);
    }

    private static GatewayReport withdrawn(Invoice invoice, String status) {
        return status.equals(invoice.getStatus()) ? new GatewayReport.InvoiceWithdrawn() : new GatewayReport.Unclear();
    }

    private static @Nullable Amount overpaid(Invoice invoice) {
        Long minor = invoice.getAmountOverpaid();
        String currency = StripeText.clean(invoice.getCurrency());
        return minor == null || currency == null ? null : new Amount(minor, currency);
    }

    private static @Nullable String trouble(Invoice invoice) {
        StripeError error = invoice.getLastFinalizationError();
        return error == null ? null : StripeText.clean(error.getMessage());
    }

    private static Optional<GatewayReport> passed(Remark remark, @Nullable String words) {
        return Optional.of(new GatewayReport.Passed(remark, StripeText.clean(words)));
    }

    private static long orZero(@Nullable Long minor) {
        return minor == null ? 0 : minor;
    }
}
