package com.operatoros.payments.payment.draft;

import com.operatoros.payments.business.DueDate;
import com.operatoros.payments.payment.PaymentType;
import com.operatoros.payments.text.FieldError;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The two ways to say when an invoice is due, of which a draft may use one. */
record DueFields(Optional<String> days, Optional<String> date, List<FieldError> errors) {

    private static final int MAX_YEARS = 10;

    static DueFields of(@Nullable String days, @Nullable String date, List<FieldError> errors) {
        return new DueFields(given(days), given(date), errors);
    }

    /** The day on which it is due; none for a link. */
    Optional<LocalDate> check(Optional<PaymentType> type, PaymentDraft.Terms terms) {
        if (type.filter(known -> known == PaymentType.INVOICE).isEmpty()) {
            // Where the type is wrong, that is what must be corrected first.
            type.ifPresent(link -> refuse());
            return Optional.empty();
        }
        if (days.isPresent() && date.isPresent()) {
            errors.add(FieldError.of("due_date", "due.both"));
            return Optional.empty();
        }
        return date.isPresent() ? checkDate(date.get(), terms) : checkDays(terms);
    }

    private void refuse() {
        days.ifPresent(given -> errors.add(FieldError.of("due_days", "field.invoices_only")));
        date.ifPresent(given -> errors.add(FieldError.of("due_date", "field.invoices_only")));
    }

    private Optional<LocalDate> checkDays(PaymentDraft.Terms terms) {
        if (days.isEmpty()) {
            return Optional.of(terms.today().plusDays(terms.dueDays()));
        }
        Optional<Integer> read = days.flatMap(DueDate::readDays);
        if (read.isEmpty()) {
            errors.add(FieldError.of("due_days", "due.days", DueDate.MAX_DAYS));
        }
        return read.map(terms.today()::plusDays);
    }

    private Optional<LocalDate> checkDate(String text, PaymentDraft.Terms terms) {
        Optional<LocalDate> read = DueDate.readDate(text);
        if (read.isEmpty()) {
            errors.add(FieldError.of("due_date", "due.date"));
        } else if (read.get().isBefore(terms.today())) {
            errors.add(FieldError.of("due_date", "due.past"));
        } else if (read.get().isAfter(terms.today().plusYears(MAX_YEARS))) {
            errors.add(FieldError.of("due_date", "due.too_far", MAX_YEARS));
        }
        return read;
    }

    private static Optional<String> given(@Nullable String text) {
        return text == null || text.isBlank() ? Optional.empty() : Optional.of(text.strip());
    }
}
