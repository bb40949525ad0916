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
import java.util.function.Supplier;

/** Serves {@code /_sandbox}: the controls, and the pages of those that are used by hand. */
public final class Controls implements HttpHandler {

    private final Map<String, Control> controls;
    private final Map<String, Supplier<Reply>> pages;

    /** These controls by method and path, such as {@code POST /_sandbox/pay}, and these pages by path. */
    public Controls(Map<String, Control> controls, Map<String, Supplier<Reply>> pages) {
        this.controls = Map.copyOf(controls);
        this.pages = Map.copyOf(pages);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        reply(exchange).with("Cache-Control", "no-store").with("Vary", "Accept").send(exchange);
    }

    private Reply reply(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestMethod();
        String path = exchange.getRequestURI().getPath();
        Optional<Control> control = Optional.ofNullable(controls.get(method + " " + path));
        Optional<Supplier<Reply>> page = Optional.ofNullable(pages.get(path)).filter(found -> method.equals("GET"));
        if (page.isPresent() && (control.isEmpty() || isBrowser(exchange))) {
            return page.get().get();
        }
        if (control.isEmpty()) {
            boolean isKnown =
                    pages.containsKey(path) || controls.keySet().stream().anyMatch(name -> name.endsWith(" " + path));
            return isKnown ? Reply.error(405, "wrong method") : Reply.error(404, "there is no control " + path);
        }
        return run(control.get(), exchange, path);
    }

    private static boolean isBrowser(HttpExchange exchange) {
        return Requests.header(exchange, "Accept")
                .filter(accepted -> accepted.contains("text/html"))
                .isPresent();
    }

    private static Reply run(Control control, HttpExchange exchange, String path) throws IOException {
        try {
            String body = Requests.body(exchange);
            if (!exchange.getRequestMethod().equals("POST")) {
                return control.run(new JsonObject());
            }
            Optional<JsonObject> json = Json.parse(body);
            if (json.isEmpty() && SentForm.isOne(exchange)) {
                return SentForm.run(control, body, path);
            }
            return control.run(json.orElseThrow(() -> new BadInput("the body must be a JSON object")));
        } catch (BadInput | Requests.TooLarge e) {
            return Reply.error(400, String.valueOf(e.getMessage()));
        }
    }
}
