package com.operatoros.payments.admin;

import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.draft.NoteDraft;
import com.operatoros.payments.payment.draft.OutsideDraft;
import com.operatoros.payments.text.FieldError;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is written into the questions how much came elsewhere, and why what has arrived is enough. It takes it from the
 * request itself: a payment that has moved on shows the questions no more, and the fields would be taken for empty.
 */
@Named
@RequestScoped
public class SettleForm {

    @Inject
    private HttpServletRequest request;

    @Inject
    private PaymentPage page;

    private @Nullable String amount;
    private @Nullable String shown;
    private @Nullable String note;
    private @Nullable String acceptNote;

    @PostConstruct
    void read() {
        amount = read("outside_amount");
        shown = read("outside_rest");
        note = read("note");
        acceptNote = read("accept_note");
    }

    private @Nullable String read(String name) {
        String value = request.getParameter(name);
        return value == null || value.isBlank() ? null : value;
    }

    /** An empty amount means what the person saw, not what has become of it since. */
    OutsideDraft outside() {
        return new OutsideDraft(amount == null ? shown : amount, note);
    }

    NoteDraft acceptance() {
        return new NoteDraft(acceptNote);
    }

    /** The errors of both questions, at the names of their fields. */
    static List<FieldError> placed(List<FieldError> errors) {
        return errors.stream()
                .map(error -> error.field().equals("amount") ? error.at("outside_amount") : error)
                .toList();
    }

    /** What tells one request apart from another. */
    List<@Nullable Object> said() {
        return Arrays.asList(amount, shown, note, acceptNote);
    }

    /** What the person is told to be still to come, in major units. */
    public String getRest() {
        Payment payment = page.getPayment();
        return payment == null ? "" : payment.outcome().outstanding().major().toPlainString();
    }

    public @Nullable String getAmount() {
        return amount;
    }

    public @Nullable String getNote() {
        return note;
    }

    public @Nullable String getAcceptNote() {
        return acceptNote;
    }
}
