package com.operatoros.payments.payment;

import com.operatoros.payments.gateway.CreditNoteReport;
import com.operatoros.payments.money.Currency;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A credit note on an invoice of a payment, as far as it lowers what is asked for; it holds until it is voided. */
@Entity
@DiscriminatorValue(PaymentCredit.KIND)
class PaymentCredit extends Fact<CreditNoteReport> {

    static final String KIND = "credit";

    @Column(name = "invoice_id")
    private String invoiceId;

    @Column(name = "amount_minor")
    private long amountMinor;

    private String currency;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "voided_at")
    private @Nullable Instant voidedAt;

    protected PaymentCredit() {}

    PaymentCredit(Payment payment, CreditNoteReport report) {
        super(KIND, payment, report.noteId());
        this.invoiceId = report.invoiceId().value();
        this.amountMinor = report.beforePayment().minor();
        this.currency = report.beforePayment().currency();
        this.createdAt = report.createdAt();
        this.voidedAt = report.voidedAt();
    }

    @Override
    boolean advance(CreditNoteReport report) {
        boolean isNews = voidedAt == null && report.voidedAt() != null;
        voidedAt = voidedAt == null ? report.voidedAt() : voidedAt;
        return isNews;
    }

    boolean isOn(PaymentInvoice invoice, Currency asked) {
        return invoiceId.equals(invoice.id()) && asked.code().equals(currency);
    }

    /** Whether it holds, and what the invoice tells can't have counted it. */
    boolean isNewerThan(PaymentInvoice invoice) {
        return voidedAt == null && createdAt.isAfter(invoice.toldAt());
    }

    boolean isVoid() {
        return voidedAt != null;
    }

    /**
     * Whether it holds, and what the invoice tells may have counted it or not: that was told in the same second, or the note is older than
     * all that is known of the invoice, as when clocks differ or when we have known such notes for a shorter time.
     */
    boolean mayBeCountedBy(PaymentInvoice invoice) {
        return voidedAt == null && (createdAt.equals(invoice.toldAt()) || createdAt.isBefore(invoice.firstToldAt()));
    }

    /** Whether what was told then counted it still. */
    boolean isVoidedSince(Instant then) {
        return voidedAt != null && !createdAt.isAfter(then) && !voidedAt.isBefore(then);
    }

    long minor() {
        return amountMinor;
    }
}
