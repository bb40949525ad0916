package com.operatoros.payments.sandbox.stripe.control;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.checkout.Payment;
import com.operatoros.payments.sandbox.stripe.http.Reply;
import com.operatoros.payments.sandbox.stripe.store.Json;
import java.util.Locale;

/** What the pay control answers when there was an attempt. */
final class AttemptReply {

    private AttemptReply() {}

    /** What came of it; the object that was paid stands under its name, its dots written as underscores. */
    static Reply told(Payment payment, JsonObject paid) {
        JsonObject answer = new JsonObject();
        answer.addProperty("outcome", payment.outcome().name().toLowerCase(Locale.ROOT));
        answer.addProperty("payment_intent", payment.intent());
        answer.add(Json.requiredText(paid, "object").replace('.', '_'), paid.get("id"));
        payment.decline().ifPresent(decline -> {
            answer.addProperty("code", decline.code());
            answer.addProperty("decline_code", decline.declineCode().orElse(null));
            answer.addProperty("message", decline.message());
        });
        return Reply.json(200, answer);
    }
}
