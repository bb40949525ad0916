package com.operatoros.payments.admin;

import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.action.PaymentAction;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Tells from which form or button the admin comes to the page of a payment, as its address says. */
@Named
@RequestScoped
public class ActionFlash {

    private boolean created;
    private @Nullable String asked;
    private @Nullable String ended;

    /** What is to be told of the button, as a part of the keys of its texts; empty for nothing. */
    public String outcome(Payment payment) {
        return ActionEnd.find(String.valueOf(ended))
                .flatMap(end -> Arrays.stream(PaymentAction.values())
                        .filter(action -> action.code().equals(asked))
                        .filter(action -> end.isTrue(action, payment))
                        .map(action -> end == ActionEnd.DONE ? end.code() + "." + action.code() : end.code())
                        .findFirst())
                .orElse("");
    }

    /** Whether the form has just created the payment. */
    public boolean isCreated() {
        return created;
    }

    public void setCreated(boolean created) {
        this.created = created;
    }

    public @Nullable String getAsked() {
        return asked;
    }

    public void setAsked(@Nullable String asked) {
        this.asked = asked;
    }

    public @Nullable String getEnded() {
        return ended;
    }

    public void setEnded(@Nullable String ended) {
        this.ended = ended;
    }
}
