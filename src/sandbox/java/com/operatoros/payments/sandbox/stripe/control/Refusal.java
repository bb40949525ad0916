package com.operatoros.payments.sandbox.stripe.control;

import com.operatoros.payments.sandbox.stripe.api.StripeError;
import com.operatoros.payments.sandbox.stripe.http.Reply;
import java.util.function.Supplier;

/** What the API would refuse, the controls refuse with 409. */
final class Refusal {

    private Refusal() {}

    static Reply as409(Supplier<Reply> work) {
        try {
            return work.get();
        } catch (StripeError refused) {
            return Reply.error(409, String.valueOf(refused.getMessage()));
        }
    }
}
