package com.operatoros.payments.payment.draft;

import com.operatoros.payments.money.Money;
import com.operatoros.payments.text.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A refund as an admin fills it in, unchecked.
 *
 * @param amount in major units; empty for all that is left
 * @param reason a code of the gateway or words
 */
public record RefundDraft(@Nullable String amount, @Nullable String reason) {

    private static final int LIMIT = 500;

    /**
     * A refund that can be asked for.
     *
     * @param amount null for all that is left
     */
    public record Wanted(@Nullable Money amount, @Nullable String reason) {}

    /**
     * Checks all fields.
     *
     * @param left what can still be given back
     */
    public Checked<Wanted> check(Money left) {
        List<FieldError> errors = new ArrayList<>();
        Optional<String> words = new TextFields(errors).lines("reason", reason, LIMIT);
        String written = amount == null ? "" : amount;
        Optional<Money> wanted =
                written.isBlank() ? Optional.empty() : AmountField.part(written, left.currency(), errors);
        // Where nothing is left that is what has to be said, and not by a field.
        if (left.minor() > 0
                && wanted.filter(money -> money.minor() > left.minor()).isPresent()) {
            errors.add(FieldError.of(
                    "amount", "refund.more_than_left", left.major().toPlainString()));
        }
        return errors.isEmpty()
                ? new Checked.Valid<>(new Wanted(wanted.orElse(null), words.orElse(null)))
                : new Checked.Invalid<>(List.copyOf(errors));
    }
}
