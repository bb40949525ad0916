package com.operatoros.payments.payment;

import com.operatoros.payments.gateway.InvoiceState;
import com.operatoros.payments.money.Currency;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A view of the invoices of one payment, of which the last one in a chain of revisions is the one that counts. */
record Invoices(Collection<PaymentInvoice> all, Collection<PaymentCredit> notes) {

    /** The invoice that is to be paid; none while it is not known, as between the end of one and the first word of the next. */
    Optional<PaymentInvoice> current() {
        return all.isEmpty() ? Optional.empty() : issued();
    }

    private Optional<PaymentInvoice> issued() {
        return all.stream()
                .filter(PaymentInvoice::isIssued)
                .filter(invoice -> !invoice.isRevised() && all.stream().noneMatch(isRevisionOf(invoice)))
                .max(Comparator.comparing(PaymentInvoice::toldAt).thenComparing(PaymentInvoice::id));
    }

    /** The same, if it has taken the place of another one. */
    Optional<PaymentInvoice> revision() {
        return current().filter(PaymentInvoice::isRevision);
    }

    private static Predicate<PaymentInvoice> isRevisionOf(PaymentInvoice invoice) {
        return other -> other.isIssued() && other.revises(invoice);
    }

    /** Whether the invoice that counts has taken the place of this one. */
    boolean isRevision(@Nullable String before) {
        return before != null
                && revision().filter(invoice -> !invoice.id().equals(before)).isPresent();
    }

    /** Whether it is known which one counts, unless none was ever told of. */
    boolean isClear() {
        return current().isPresent() || all.stream().noneMatch(PaymentInvoice::isRevised);
    }

    /** The same, if it is in the currency that was asked for; what is not says nothing about what is owed. */
    Optional<PaymentInvoice> current(Currency asked) {
        return current().filter(invoice -> invoice.isIn(asked));
    }

    /** Whether the gateway asks for nothing any more, and nobody has paid: voided, given up, or credited as a whole. */
    boolean isWithdrawn(Currency asked) {
        return current()
                .filter(invoice -> isEnded(invoice) || isCreditedAway(invoice, asked))
                .isPresent();
    }

    private static boolean isEnded(PaymentInvoice invoice) {
        return invoice.state() == InvoiceState.VOID || invoice.state() == InvoiceState.UNCOLLECTIBLE;
    }

    private boolean isCreditedAway(PaymentInvoice invoice, Currency asked) {
        return invoice.isIn(asked)
                && invoice.sums().total() > 0
                && credited(invoice, asked) >= invoice.sums().total()
                && invoice.sums().paid() == 0;
    }

    /** Whether it had been voided or given up, whatever became of it. */
    boolean hadEnded() {
        return current()
                .filter(invoice -> invoice.isWrittenOff() || invoice.state() == InvoiceState.VOID)
                .isPresent();
    }

    /**
     * What credit notes take off the invoice: as it tells itself, with the notes that were written or voided since it did. Of one that
     * is paid nothing is credited any more before it is paid, and what was not paid of it was credited.
     */
    long credited(PaymentInvoice invoice, Currency asked) {
        InvoiceSums sums = invoice.sums();
        return switch (invoice.state()) {
            case VOID -> sums.credited();
            case PAID -> {
                long unpaid = Math.max(0, sums.total() - sums.fromBalance() - sums.paid());
                yield Math.max(sums.credited(), Math.min(unpaid, sum(invoice, asked, note -> !note.isVoid())));
            }
            case DRAFT, OPEN, UNCOLLECTIBLE -> creditedSoFar(invoice, asked);
        };
    }

    private long creditedSoFar(PaymentInvoice invoice, Currency asked) {
        Instant told = invoice.toldAt();
        long counted = Math.max(invoice.sums().credited(), sum(invoice, asked, note -> note.mayBeCountedBy(invoice)));
        long newer = sum(invoice, asked, note -> note.isNewerThan(invoice));
        long voided = sum(invoice, asked, note -> note.isVoidedSince(told));
        return Math.max(0, counted + newer - voided);
    }

    private long sum(PaymentInvoice invoice, Currency asked, Predicate<PaymentCredit> which) {
        return notes.stream()
                .filter(note -> note.isOn(invoice, asked))
                .filter(which)
                .mapToLong(PaymentCredit::minor)
                .sum();
    }
}
