package com.operatoros.payments.stripe;

import com.operatoros.payments.gateway.AttemptReport;
import com.operatoros.payments.gateway.AttemptState;
import com.operatoros.payments.gateway.CreditNoteReport;
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

/** Reads the events of an invoice, of its parts and of its credit notes. Long since each type has its own reading. */
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

    /** The invoice that this one has taken the place of, since somebody edited that one. */
    static Optional<String> revises(Invoice invoice) {
        return Optional.ofNullable(invoice.getFromInvoice())
                .map(Invoice.FromInvoice::getInvoice)
                .filter(id -> !AttemptReading.isMissing(id));
    }

    static Optional<GatewayReport> find(String type, Invoice invoice, Instant at) {
        return switch (type) {
            case "invoice.updated" -> stands(invoice, null, null, at);
            case "invoice.finalized" -> stands(invoice, Remark.INVOICE_FINALIZED, invoice.getNumber(), at);
            case "invoice.sent" -> stands(invoice, Remark.INVOICE_MAILED, invoice.getCustomerEmail(), at);
            case "invoice.payment_succeeded" -> stands(invoice, Remark.INVOICE_CONFIRMED, invoice.getNumber(), at);
            case "invoice.overpaid" -> stands(invoice, Remark.INVOICE_OVERPAID, null, at);
            case "invoice.paid" -> ended(invoice, "paid", Remark.INVOICE_PAID, at);
            case "invoice.voided" -> ended(invoice, "void", Remark.INVOICE_VOIDED, at);
            case "invoice.marked_uncollectible" -> ended(invoice, "uncollectible", Remark.INVOICE_WRITTEN_OFF, at);
            case "invoice.payment_failed" -> Optional.of(new GatewayReport.FailedSomehow());
            case "invoice.payment_action_required" -> passed(Remark.CONFIRMATION_ASKED, null);
            case "invoice.finalization_failed" -> Optional.of(new GatewayReport.FinalizationFailed(trouble(invoice)));
            default -> Optional.empty();
        };
    }

    static Optional<GatewayReport> find(String type, InvoicePayment payment, Instant at) {
        return type.equals("invoice_payment.paid") ? Optional.of(part(payment, at)) : Optional.empty();
    }

    static Optional<GatewayReport> find(String type, CreditNote note) {
        return type.startsWith("credit_note.") ? Optional.of(of(note)) : Optional.empty();
    }

    /** One share of an invoice: an intent's, or what somebody has recorded as paid elsewhere. */
    static GatewayReport part(InvoicePayment payment, Instant at) {
        InvoicePayment.StatusTransitions moves = payment.getStatusTransitions();
        Instant paidAt = time(moves == null ? null : moves.getPaidAt()).orElse(at);
        InvoicePayment.Payment by = payment.getPayment();
        String intent = by == null ? null : by.getPaymentIntent();
        String source = intent == null ? besides(by) : intent;
        return "paid".equals(payment.getStatus())
                ? AttemptReading.of(AttemptState.PAID, paidAt)
                        .attempt(source)
                        .intent(source)
                        .amount(payment.getAmountPaid(), payment.getCurrency())
                        .report()
                : new GatewayReport.Unclear();
    }

    private static @Nullable String besides(InvoicePayment.@Nullable Payment by) {
        if (by == null || by.getCharge() != null) {
            return by == null ? null : by.getCharge();
        }
        return by.getPaymentRecord() == null ? null : by.getPaymentRecord() + AttemptReport.OUTSIDE;
    }

    static GatewayReport of(CreditNote note) {
        Long before = note.getPrePaymentAmount();
        boolean isOdd = AttemptReading.isMissing(note.getId())
                || AttemptReading.isMissing(note.getInvoice())
                || AttemptReading.isMissing(note.getCurrency())
                || before == null
                || AttemptReading.isOdd(before);
        if (isOdd) {
            return new GatewayReport.Unclear();
        }
        Instant voidedAt = "void".equals(note.getStatus())
                ? time(note.getVoidedAt()).orElseGet(() -> IntentAudit.time(note.getCreated()))
                : null;
        return new GatewayReport.CreditNote(new CreditNoteReport(
                note.getId(),
                new InvoiceId(note.getInvoice()),
                new Amount(before, note.getCurrency()),
                StripeText.clean(note.getNumber()),
                IntentAudit.time(note.getCreated()),
                voidedAt));
    }

    /** An event that tells of an end has an invoice at that end. */
    private static Optional<GatewayReport> ended(Invoice invoice, String status, Remark remark, Instant at) {
        return status.equals(invoice.getStatus())
                ? stands(invoice, remark, null, at)
                : Optional.of(new GatewayReport.Unclear());
    }

    private static Optional<GatewayReport> stands(
            Invoice invoice, @Nullable Remark remark, @Nullable String words, Instant at) {
        return Optional.of(InvoiceReading.report(invoice, at)
                .<GatewayReport>map(report -> new GatewayReport.InvoiceStands(report, remark, StripeText.clean(words)))
                .orElseGet(GatewayReport.Unclear::new));
    }

    static Optional<Instant> paidAt(Invoice invoice) {
        Invoice.@Nullable StatusTransitions moves = invoice.getStatusTransitions();
        return time(moves == null ? null : moves.getPaidAt());
    }

    static Optional<Instant> time(@Nullable Long seconds) {
        return Optional.ofNullable(seconds)
                .filter(known -> known > 0 && known <= StripeEventReader.LATEST)
                .map(Instant::ofEpochSecond);
    }

    private static @Nullable String trouble(Invoice invoice) {
        StripeError error = invoice.getLastFinalizationError();
        return error == null ? null : StripeText.clean(error.getMessage());
    }

    private static Optional<GatewayReport> passed(Remark remark, @Nullable String words) {
        return Optional.of(new GatewayReport.Passed(remark, StripeText.clean(words)));
    }
}
