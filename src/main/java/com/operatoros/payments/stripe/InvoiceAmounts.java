package com.operatoros.payments.stripe;

import com.operatoros.payments.gateway.InvoiceReport;
import com.stripe.model.Invoice;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what an invoice is about (rule S4).
 *
 * <p>Source: Stripe's reference of the invoice object. {@code total} is without discounts; {@code amount_due} takes the client's
 * balance in, whose change from {@code starting_balance} to {@code ending_balance} tells how much that was: a credit of the client
 * is negative and goes up, a debt is positive and goes down.
 */
final class InvoiceAmounts {

    private InvoiceAmounts() {}

    /** The sums; nothing where one that decides is missing or makes no sense. */
    static Optional<InvoiceReport.Sums> read(Invoice invoice) {
        Long total = invoice.getTotal();
        String currency = invoice.getCurrency();
        if (total == null || AttemptReading.isMissing(currency)) {
            return Optional.empty();
        }
        long discounted = discounted(invoice);
        long credited = orZero(invoice.getPrePaymentCreditNotesAmount());
        long overpaid = orZero(invoice.getAmountOverpaid());
        long fromBalance = fromBalance(invoice);
        long rest = Math.max(0, total - credited - fromBalance);
        Long told = invoice.getAmountPaid();
        long paid = told == null ? "paid".equals(invoice.getStatus()) ? rest : 0 : told;
        boolean isOdd = LongStream.of(total, discounted, credited, overpaid, paid, Math.abs(fromBalance))
                .anyMatch(AttemptReading::isOdd);
        return isOdd
                ? Optional.empty()
                : Optional.of(
                        new InvoiceReport.Sums(currency, total, discounted, credited, fromBalance, paid, overpaid));
    }

    /** What it was to bill before any discount; null where it does not say so. */
    static @Nullable Long ordered(Invoice invoice) {
        return invoice.getTotal() == null ? null : invoice.getTotal() + discounted(invoice);
    }

    private static long discounted(Invoice invoice) {
        List<Invoice.TotalDiscountAmount> discounts =
                invoice.getTotalDiscountAmounts() == null ? List.of() : invoice.getTotalDiscountAmounts();
        return discounts.stream()
                .mapToLong(discount -> orZero(discount.getAmount()))
                .sum();
    }

    /** Before it is finalized nothing has been taken from the balance. */
    private static long fromBalance(Invoice invoice) {
        Long end = invoice.getEndingBalance();
        return end == null ? 0 : end - orZero(invoice.getStartingBalance());
    }

    private static long orZero(@Nullable Long minor) {
        return minor == null ? 0 : minor;
    }
}
