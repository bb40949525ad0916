package com.operatoros.payments.sandbox.stripe.control;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.api.Form;
import com.operatoros.payments.sandbox.stripe.api.StripeError;
import com.operatoros.payments.sandbox.stripe.hosted.MessagePage;
import com.operatoros.payments.sandbox.stripe.http.Reply;
import com.operatoros.payments.sandbox.stripe.http.Requests;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.sun.net.httpserver.HttpExchange;

/** A control used by a form of a page: the person is led back to the page, or told why not. */
final class SentForm {

    private SentForm() {}

    static boolean isOne(HttpExchange exchange) {
        return Requests.header(exchange, "Content-Type")
                .filter(type -> type.startsWith("application/x-www-form-urlencoded"))
                .isPresent();
    }

    static Reply run(Control control, String body, String path) {
        String page = path.startsWith("/_sandbox/webhooks") ? "/_sandbox/webhooks" : "/_sandbox/payments";
        Reply reply = answer(control, body);
        if (reply.status() == 200) {
            return Reply.seeOther(page);
        }
        String why = Json.parse(reply.body())
                .flatMap(error -> Json.text(error, "error"))
                .orElse("");
        return MessagePage.refused(reply.status(), why, page);
    }

    private static Reply answer(Control control, String body) {
        try {
            return control.run(input(Form.parse(body)));
        } catch (BadInput | StripeError unreadable) {
            return Reply.error(400, String.valueOf(unreadable.getMessage()));
        }
    }

    /** A field that was left empty was not sent. */
    private static JsonObject input(Form form) {
        JsonObject input = new JsonObject();
        form.names()
                .forEach(name -> form.text(name)
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .ifPresent(text -> input.addProperty(name, text)));
        return input;
    }
}
