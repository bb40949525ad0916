package com.operatoros.payments.payment;

import com.operatoros.payments.gateway.InvoiceId;
import com.operatoros.payments.gateway.InvoiceReport;
import com.operatoros.payments.gateway.InvoiceState;
import com.operatoros.payments.money.Currency;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An invoice of a payment as the gateway told it last; editing one makes another that takes its place. Long since it has a field and
 * a getter for all that is told of it.
 */
@Entity
@DiscriminatorValue(PaymentInvoice.KIND)
class PaymentInvoice extends Fact<InvoiceReport> {

    static final String KIND = "invoice";

    private @Nullable String revises;

    @Column(name = "revised_by")
    private @Nullable String revisedBy;

    private InvoiceState state;

    @Embedded
    private InvoiceSums sums;

    private @Nullable String number;

    private @Nullable String url;

    @Column(name = "pdf_url")
    private @Nullable String pdfUrl;

    @Column(name = "written_off")
    private boolean writtenOff;

    @Column(name = "paid_at")
    private @Nullable Instant paidAt;

    @Column(name = "first_told_at")
    private Instant firstToldAt;

    @Column(name = "told_at")
    private Instant toldAt;

    protected PaymentInvoice() {}

    PaymentInvoice(Payment payment, InvoiceReport report) {
        super(KIND, payment, report.id().value());
        this.firstToldAt = report.toldAt();
        take(report);
        merge(report);
    }

    /**
     * Takes what a report says, if it is the latest word: an end is later than what comes before it, and among what may go both
     * ways the gateway's time decides. What never changes back is taken from each report.
     */
    @Override
    boolean advance(InvoiceReport report) {
        boolean isNews = merge(report);
        if (!isLater(report)) {
            return isNews;
        }
        isNews |= state != report.state() || !sums.tell(report.sums());
        take(report);
        return isNews;
    }

    /** Whether that is news. */
    private boolean merge(InvoiceReport report) {
        boolean isRevision = revisedBy == null && report.revisedBy() != null;
        revises = revises == null ? InvoiceId.value(report.revises()) : revises;
        revisedBy = revisedBy == null ? InvoiceId.value(report.revisedBy()) : revisedBy;
        firstToldAt = report.toldAt().isBefore(firstToldAt) ? report.toldAt() : firstToldAt;
        boolean isGivenUp = !writtenOff && report.isWrittenOff();
        writtenOff |= report.isWrittenOff();
        return isRevision || isGivenUp;
    }

    private void take(InvoiceReport report) {
        state = report.state();
        sums = new InvoiceSums(report.sums());
        number = report.pages().number() == null ? number : report.pages().number();
        url = report.pages().url() == null ? url : report.pages().url();
        pdfUrl = report.pages().pdfUrl() == null ? pdfUrl : report.pages().pdfUrl();
        paidAt = report.paidAt();
        toldAt = report.toldAt();
    }

    /** Which of two reports of the same second is kept must not depend on which came first. */
    private boolean isLater(InvoiceReport report) {
        if (state != report.state()) {
            return state.compareTo(report.state()) < 0;
        }
        return toldAt.equals(report.toldAt()) ? sums.isBehind(report.sums()) : toldAt.isBefore(report.toldAt());
    }

    /** Whether a client was ever asked to pay it. */
    boolean isIssued() {
        return state != InvoiceState.DRAFT;
    }

    boolean isRevision() {
        return revises != null;
    }

    boolean revises(PaymentInvoice other) {
        return other.id().equals(revises);
    }

    /** Whether another one, which may not be known yet, has taken its place. */
    boolean isRevised() {
        return revisedBy != null;
    }

    InvoiceState state() {
        return state;
    }

    /** What it is about, where that is money of this currency. */
    boolean isIn(Currency currency) {
        return sums.isIn(currency);
    }

    InvoiceSums sums() {
        return sums;
    }

    InvoiceReport.Pages pages() {
        return new InvoiceReport.Pages(number, url, pdfUrl);
    }

    boolean isWrittenOff() {
        return writtenOff;
    }

    /** When it was paid as a whole; null while it is not. */
    @Nullable
    Instant paidAt() {
        return paidAt;
    }

    /** As of when it was first told of. */
    Instant firstToldAt() {
        return firstToldAt;
    }

    /** As of when what it says was told. */
    Instant toldAt() {
        return toldAt;
    }
}
