package com.operatoros.payments.payment.draft;

import com.operatoros.payments.money.AmountPolicy;
import com.operatoros.payments.money.AmountProblem;
import com.operatoros.payments.money.Currency;
import com.operatoros.payments.money.Money;
import com.operatoros.payments.text.FieldError;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Reads the field {@code amount}, and says in which way it is wrong. */
final class AmountField {

    private AmountField() {}

    /** An amount to be billed. */
    static Optional<Money> whole(@Nullable String text, Currency currency, List<FieldError> errors) {
        if (text == null || text.isBlank()) {
            errors.add(FieldError.of("amount", "field.required"));
            return Optional.empty();
        }
        return read(text, currency, errors, AmountPolicy::findProblem);
    }

    /** A part of an amount that was billed, which may be less than can be billed. */
    static Optional<Money> part(String text, Currency currency, List<FieldError> errors) {
        return read(text, currency, errors, AmountPolicy::findProblemOfPart);
    }

    private static Optional<Money> read(
            String text,
            Currency currency,
            List<FieldError> errors,
            BiFunction<BigDecimal, Currency, Optional<AmountProblem>> policy) {
        Optional<BigDecimal> major = AmountPolicy.parse(text);
        Optional<AmountProblem> problem =
                major.isEmpty() ? Optional.of(unreadable(text)) : policy.apply(major.get(), currency);
        problem.ifPresent(found -> errors.add(error(found, currency)));
        return problem.isPresent() ? Optional.empty() : major.map(value -> Money.ofMajor(value, currency));
    }

    /** A sign is not accepted, but who writes a minus is told about it. */
    private static AmountProblem unreadable(String text) {
        boolean isNegative =
                text.startsWith("-") && AmountPolicy.parse(text.substring(1)).isPresent();
        return isNegative ? AmountProblem.NOT_POSITIVE : AmountProblem.NOT_A_NUMBER;
    }

    private static FieldError error(AmountProblem problem, Currency known) {
        String code = known.name();
        return switch (problem) {
            case NOT_A_NUMBER -> FieldError.of("amount", "amount.not_a_number");
            case NOT_POSITIVE -> FieldError.of("amount", "amount.not_positive");
            case TOO_MANY_DECIMALS -> FieldError.of("amount", "amount.decimals", code, known.writtenDecimals());
            case NOT_A_STEP -> FieldError.of("amount", "amount.step", code, major(known.step(), known));
            case BELOW_MINIMUM -> FieldError.of("amount", "amount.minimum", major(known.minimum(), known), code);
            case ABOVE_MAXIMUM -> FieldError.of("amount", "amount.maximum", major(known.maximum(), known), code);
        };
    }

    private static String major(long minor, Currency currency) {
        return new Money(minor, currency).major().toPlainString();
    }
}
