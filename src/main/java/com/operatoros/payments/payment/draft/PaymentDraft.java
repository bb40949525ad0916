package com.operatoros.payments.payment.draft;

import com.operatoros.payments.business.BillingProfile;
import com.operatoros.payments.money.Currency;
import com.operatoros.payments.money.Money;
import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.PaymentOrder;
import com.operatoros.payments.payment.PaymentType;
import com.operatoros.payments.text.FieldError;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A payment as somebody filled it in, unchecked: a form and a JSON call are judged by the same rules. */
public record PaymentDraft(
        @Nullable String type,
        @Nullable String projectName,
        @Nullable String clientName,
        @Nullable String clientEmail,
        @Nullable String amount,
        @Nullable String currency,
        @Nullable String description,
        @Nullable String dueDays,
        @Nullable String dueDate,
        boolean sendEmail) {

    /** A payment as a draft, to be corrected; a due date that has passed becomes today. */
    public static PaymentDraft of(Payment payment, LocalDate today) {
        LocalDate due = payment.bill().dueDate();
        boolean isDefault = payment.bill().description().equals(payment.bill().projectName());
        return new PaymentDraft(
                payment.bill().type().code(),
                payment.bill().projectName(),
                payment.bill().clientName(),
                payment.bill().clientEmail(),
                payment.amount().major().toPlainString(),
                payment.amount().currency().code(),
                isDefault ? null : payment.bill().description(),
                null,
                due == null ? null : (due.isBefore(today) ? today : due).toString(),
                payment.bill().sendsEmail());
    }

    /** What holds where the draft says nothing, and the day on which it is judged. */
    public record Terms(Currency currency, int dueDays, LocalDate today) {
        /** Those of the settings at this moment; the day is that of the business. */
        public static Terms of(BillingProfile profile, Clock clock) {
            return new Terms(profile.defaultCurrency(), profile.defaultDueDays(), profile.today(clock));
        }
    }

    private static final int NAME_LIMIT = 200;
    private static final int DESCRIPTION_LIMIT = 500;

    /** Checks all fields, so that nobody has to correct one after the other. */
    public Checked<PaymentOrder> check(Terms terms) {
        List<FieldError> errors = new ArrayList<>();
        TextFields texts = new TextFields(errors);
        Optional<PaymentType> knownType = checkType(errors);
        Optional<String> project = texts.required("project_name", projectName, NAME_LIMIT);
        Optional<String> client = texts.optional("client_name", clientName, NAME_LIMIT);
        Optional<String> email = texts.email("client_email", clientEmail);
        Optional<String> purpose = texts.lines("description", description, DESCRIPTION_LIMIT);
        Optional<Money> money =
                checkCurrency(terms.currency(), errors).flatMap(known -> AmountField.whole(amount, known, errors));
        Optional<LocalDate> due = DueFields.of(dueDays, dueDate, errors).check(knownType, terms);
        if (!errors.isEmpty()) {
            return new Checked.Invalid<>(List.copyOf(errors));
        }
        String name = project.orElseThrow();
        return new Checked.Valid<>(new PaymentOrder(
                knownType.orElseThrow(),
                name,
                client.orElse(null),
                email.orElseThrow(),
                money.orElseThrow(),
                purpose.orElse(name),
                due.orElse(null),
                sendEmail));
    }

    /** What the amount alone is understood as; nothing when it can't be billed. */
    public Optional<Money> understoodAmount(Currency defaultCurrency) {
        List<FieldError> ignored = new ArrayList<>();
        return checkCurrency(defaultCurrency, ignored).flatMap(known -> AmountField.whole(amount, known, ignored));
    }

    private Optional<PaymentType> checkType(List<FieldError> errors) {
        if (type == null || type.isBlank()) {
            errors.add(FieldError.of("type", "field.required"));
            return Optional.empty();
        }
        Optional<PaymentType> known = PaymentType.find(type.strip());
        if (known.isEmpty()) {
            errors.add(FieldError.of("type", "type.unknown"));
        }
        return known;
    }

    private Optional<Currency> checkCurrency(Currency defaultCurrency, List<FieldError> errors) {
        if (currency == null || currency.isBlank()) {
            return Optional.of(defaultCurrency);
        }
        Optional<Currency> known = Currency.find(currency.strip());
        if (known.isEmpty()) {
            errors.add(FieldError.of("currency", "currency.unknown"));
        }
        return known;
    }
}
