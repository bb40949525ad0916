package com.operatoros.payments.sandbox.stripe.control;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.checkout.CheckoutSessions;
import com.operatoros.payments.sandbox.stripe.checkout.PaymentLinks;
import com.operatoros.payments.sandbox.stripe.event.Cause;
import com.operatoros.payments.sandbox.stripe.http.Reply;
import com.operatoros.payments.sandbox.stripe.store.Json;
import java.util.List;
import java.util.Optional;

/** Ends open sessions as their 24 hours would (rule SK3). */
public final class ExpireControl implements Control {

    private final PaymentLinks links;
    private final CheckoutSessions sessions;

    /** Expires these. */
    public ExpireControl(PaymentLinks links, CheckoutSessions sessions) {
        this.links = links;
        this.sessions = sessions;
    }

    @Override
    public Reply run(JsonObject input) {
        String id = BadInput.required(input, "id");
        Optional<JsonObject> session = sessions.find(id);
        if (session.isEmpty() && links.find(id).isEmpty()) {
            return Reply.error(404, "there is no payment link or checkout session " + id);
        }
        if (session.isPresent() && !CheckoutSessions.isOpen(session.get())) {
            return Reply.error(409, "the session is not open");
        }
        JsonArray expired = new JsonArray();
        session.map(List::of).orElseGet(() -> sessions.openOn(id)).forEach(open -> {
            sessions.expire(open, Cause.OUTSIDE);
            expired.add(Json.requiredText(open, "id"));
        });
        JsonObject answer = new JsonObject();
        answer.add("expired", expired);
        return Reply.json(200, answer);
    }
}
