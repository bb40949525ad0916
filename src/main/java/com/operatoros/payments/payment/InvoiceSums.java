package com.operatoros.payments.payment;

import com.operatoros.payments.gateway.InvoiceReport;
import com.operatoros.payments.money.Currency;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Comparator;

/** The sums of an invoice in minor units, as the gateway tells them. */
@Embeddable
class InvoiceSums {

    /** What is taken off and what is paid only grows, but for what is taken back. */
    private static final Comparator<InvoiceReport.Sums> PROGRESS = Comparator.comparing(InvoiceReport.Sums::paid)
            .thenComparing(InvoiceReport.Sums::credited)
            .thenComparing(InvoiceReport.Sums::overpaid)
            .thenComparing(InvoiceReport.Sums::fromBalance)
            .thenComparing(InvoiceReport.Sums::discounted)
            .thenComparing(InvoiceReport.Sums::total);

    private String currency;

    @Column(name = "total_minor")
    private long total;

    @Column(name = "discounted_minor")
    private long discounted;

    @Column(name = "credited_minor")
    private long credited;

    @Column(name = "balance_minor")
    private long fromBalance;

    @Column(name = "paid_minor")
    private long paid;

    @Column(name = "overpaid_minor")
    private long overpaid;

    protected InvoiceSums() {}

    InvoiceSums(InvoiceReport.Sums sums) {
        currency = sums.currency();
        total = sums.total();
        discounted = sums.discounted();
        credited = sums.credited();
        fromBalance = sums.fromBalance();
        paid = sums.paid();
        overpaid = sums.overpaid();
    }

    private InvoiceReport.Sums sums() {
        return new InvoiceReport.Sums(currency, total, discounted, credited, fromBalance, paid, overpaid);
    }

    boolean tell(InvoiceReport.Sums others) {
        return sums().equals(others);
    }

    boolean isBehind(InvoiceReport.Sums others) {
        return PROGRESS.compare(sums(), others) < 0;
    }

    boolean isIn(Currency wanted) {
        return wanted.code().equals(currency);
    }

    /** What it bills, without what a discount took off. */
    long total() {
        return total;
    }

    long discounted() {
        return discounted;
    }

    long credited() {
        return credited;
    }

    /** What the client's balance settled; negative when the invoice asks for what the client owed from before. */
    long fromBalance() {
        return fromBalance;
    }

    long paid() {
        return paid;
    }

    long overpaid() {
        return overpaid;
    }
}
