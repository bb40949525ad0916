package com.operatoros.payments.sandbox.stripe.control;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.http.Reply;
import com.operatoros.payments.sandbox.stripe.http.Requests;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Serves {@code /_sandbox}. */
public final class Controls implements HttpHandler {

    private final Map<String, Control> controls;

    /** These controls by method and path, such as {@code POST /_sandbox/pay}. */
    public Controls(Map<String, Control> controls) {
        this.controls = Map.copyOf(controls);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        reply(exchange).with("Cache-Control", "no-store").send(exchange);
    }

    private Reply reply(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Optional<Control> control = Optional.ofNullable(controls.get(exchange.getRequestMethod() + " " + path));
        if (control.isEmpty()) {
            boolean isKnown = controls.keySet().stream().anyMatch(name -> name.endsWith(" " + path));
            return isKnown ? Reply.error(405, "wrong method") : Reply.error(404, "there is no control " + path);
        }
        try {
            return control.get().run(input(exchange));
        } catch (BadInput | Requests.TooLarge e) {
            return Reply.error(400, String.valueOf(e.getMessage()));
        }
    }

    private static JsonObject input(HttpExchange exchange) throws IOException {
        String body = Requests.body(exchange);
        if (!exchange.getRequestMethod().equals("POST")) {
            return new JsonObject();
        }
        return Json.parse(body).orElseThrow(() -> new BadInput("the body must be a JSON object"));
    }
}
