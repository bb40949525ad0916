package com.operatoros.payments.admin;

import com.operatoros.payments.money.Money;
import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.draft.RefundDraft;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is written into the question how much is to be refunded. It takes it from the request itself: a payment
 * that has moved on shows the question no more, and the fields would be taken for empty.
 */
@Named
@RequestScoped
public class RefundForm {

    private static final String OWN_WORDS = "other";

    @Inject
    private HttpServletRequest request;

    @Inject
    private PaymentPage page;

    @Inject
    private PaymentMoney money;

    private @Nullable String amount;
    private @Nullable String shown;
    private @Nullable String code;
    private @Nullable String words;

    @PostConstruct
    void read() {
        shown = read("refund_left");
        amount = shown == null ? suggested() : read("amount");
        code = read("reason_code");
        words = read("reason");
    }

    /** A surplus is what people want to give back first. */
    private @Nullable String suggested() {
        Money surplus = money.getSurplus();
        return surplus == null ? null : surplus.major().toPlainString();
    }

    /** An empty amount means what the person saw, not what has become of it since. */
    RefundDraft draft() {
        return new RefundDraft(amount == null ? shown : amount, reason());
    }

    /** What tells one refund apart from another. */
    List<@Nullable Object> said() {
        return Arrays.asList(amount, shown, reason());
    }

    private @Nullable String reason() {
        return OWN_WORDS.equals(code) ? words : code;
    }

    /** What the person is told to be left, in major units. */
    public String getLeft() {
        Payment payment = page.getPayment();
        return payment == null ? "" : payment.facts().refundable().major().toPlainString();
    }

    public @Nullable String getAmount() {
        return amount;
    }

    public @Nullable String getCode() {
        return code;
    }

    public @Nullable String getWords() {
        return words;
    }

    private @Nullable String read(String name) {
        String value = request.getParameter(name);
        return value == null || value.isBlank() ? null : value;
    }
}
