package com.operatoros.payments.payment.draft;

import com.operatoros.payments.money.AmountPolicy;
import com.operatoros.payments.money.Money;
import com.operatoros.payments.text.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Money that came elsewhere, as an admin fills it in, unchecked.
 *
 * @param amount in major units; empty for all that is still to come
 */
public record OutsideDraft(
        @Nullable String amount, @Nullable String note) {

    /**
     * Money that can be taken note of.
     *
     * @param amount null for all that is still to come
     */
    public record Wanted(@Nullable Money amount, @Nullable String note) {}

    /**
     * Checks all fields.
     *
     * @param rest what is still to come
     * @param isLink whether a link over what is left then has to take the place of the present one
     */
    public Checked<Wanted> check(Money rest, boolean isLink) {
        NoteDraft words = new NoteDraft(note);
        List<FieldError> errors = new ArrayList<>(words.errors());
        String written = amount == null ? "" : amount;
        Optional<Money> wanted =
                written.isBlank() ? Optional.empty() : AmountField.part(written, rest.currency(), errors);
        // Where nothing is owed that is what has to be said, and not by a field.
        if (rest.minor() > 0
                && wanted.filter(money -> money.minor() > rest.minor()).isPresent()) {
            errors.add(FieldError.of(
                    "amount", "mark_paid.more_than_owed", rest.major().toPlainString()));
        }
        if (isLink
                && wanted.filter(money -> AmountPolicy.leavesTooLittle(money, rest))
                        .isPresent()) {
            errors.add(FieldError.of(
                    "amount",
                    "mark_paid.rest_too_small",
                    rest.major().toPlainString(),
                    new Money(rest.currency().minimum(), rest.currency())
                            .major()
                            .toPlainString()));
        }
        return errors.isEmpty()
                ? new Checked.Valid<>(new Wanted(wanted.orElse(null), words.text()))
                : new Checked.Invalid<>(List.copyOf(errors));
    }
}
