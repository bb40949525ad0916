package com.operatoros.payments.payment.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.operatoros.payments.money.Currency;
import com.operatoros.payments.money.Money;
import com.operatoros.payments.payment.PaymentOrder;
import com.operatoros.payments.text.FieldError;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of what somebody typed (rules D2 and D3). */
class PaymentDraftTest {

    private static final PaymentDraft.Terms TERMS =
            new PaymentDraft.Terms(Currency.USD, 30, LocalDate.of(2026, 11, 23));

    @Test
    void a_complete_draft_is_an_order() {
        PaymentOrder order = valid(draft("link", " Website ", "Client", "a@b.co", "19.99", "EUR", "First\r\nSecond"));

        assertEquals("Website", order.projectName());
        assertEquals("Client", order.clientName());
        assertEquals(new Money(1999, Currency.EUR), order.amount());
        assertEquals("First\nSecond", order.description());
    }

    @Test
    void what_is_optional_has_its_default() {
        PaymentOrder order = valid(draft("link", "Website", null, "a@b.co", "20", null, null));

        assertNull(order.clientName());
        assertEquals("Website", order.description());
        assertEquals(Currency.USD, order.amount().currency());
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        List<FieldError> errors = invalid(draft(null, null, null, null, null, "xxx", null));

        assertEquals(
                List.of("type", "project_name", "client_email", "currency"),
                errors.stream().map(FieldError::field).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "0, amount.not_positive",
        "-5, amount.not_positive",
        "0.49, amount.minimum",
        "1000000, amount.maximum",
        "10.005, amount.decimals",
        "'1,500', amount.not_a_number",
        "abc, amount.not_a_number",
        "'  ', field.required"
    })
    void a_wrong_amount_gets_its_own_message(String amount, String key) {
        List<FieldError> errors = invalid(draft("link", "P", null, "a@b.co", amount, null, null));

        assertEquals(
                List.of(key),
                errors.stream().map(error -> error.message().key()).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "a@b",
                "@b.co",
                "a@",
                "a b@c.de",
                "a@b..co",
                "<a@b.co>",
                "a@b.co,c@d.co",
                "a@-b.co",
                ".a@b.co"
            })
    void what_is_no_address_is_refused(String email) {
        List<FieldError> errors = invalid(draft("link", "P", null, email, "5", null, null));

        assertEquals(
                List.of("email.invalid"),
                errors.stream().map(error -> error.message().key()).toList());
    }

    @Test
    void letters_that_mail_servers_do_not_take_are_named_as_the_reason() {
        List<FieldError> errors = invalid(draft("link", "P", null, "m\u00fcller@example.com", "5", null, null));

        assertEquals("email.local_part", errors.get(0).message().key());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "test@example.com",
                "first.last+tag@sub.example.co.uk",
                "o'brien@example.ie",
                "info@m\u00fcller-bau.example"
            })
    void an_address_is_accepted(String email) {
        assertEquals(
                email, valid(draft("link", "P", null, email, "5", null, null)).clientEmail());
    }

    @Test
    void lengths_are_counted_in_code_points() {
        String emoji = "\uD83D\uDE80".repeat(200);

        assertEquals(
                emoji,
                valid(draft("link", emoji, null, "a@b.co", "5", null, null)).projectName());
        assertEquals(
                "field.too_long",
                invalid(draft("link", emoji + "x", null, "a@b.co", "5", null, null))
                        .get(0)
                        .message()
                        .key());
    }

    @Test
    void a_description_may_break_lines_but_a_name_may_not() {
        assertEquals(
                "a\nb",
                valid(draft("link", "P", null, "a@b.co", "5", null, "a\nb")).description());
        assertEquals(
                "field.control",
                invalid(draft("link", "a\nb", null, "a@b.co", "5", null, null))
                        .get(0)
                        .message()
                        .key());
    }

    @Test
    void half_a_surrogate_pair_is_refused() {
        assertEquals(
                "field.control",
                invalid(draft("link", "P", "x\uD83D", "a@b.co", "5", null, null))
                        .get(0)
                        .message()
                        .key());
    }

    private static PaymentDraft draft(
            @Nullable String type,
            @Nullable String project,
            @Nullable String client,
            @Nullable String email,
            @Nullable String amount,
            @Nullable String currency,
            @Nullable String description) {
        return new PaymentDraft(type, project, client, email, amount, currency, description, null, null, true);
    }

    private static PaymentOrder valid(PaymentDraft draft) {
        return draft.check(TERMS).value().orElseThrow();
    }

    private static List<FieldError> invalid(PaymentDraft draft) {
        return draft.check(TERMS).errors();
    }
}
