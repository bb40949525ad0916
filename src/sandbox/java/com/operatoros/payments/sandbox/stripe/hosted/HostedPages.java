package com.operatoros.payments.sandbox.stripe.hosted;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.api.Form;
import com.operatoros.payments.sandbox.stripe.api.StripeError;
import com.operatoros.payments.sandbox.stripe.checkout.CheckoutSessions;
import com.operatoros.payments.sandbox.stripe.checkout.PaymentLinks;
import com.operatoros.payments.sandbox.stripe.http.Reply;
import com.operatoros.payments.sandbox.stripe.http.Requests;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Kind;
import com.operatoros.payments.sandbox.stripe.store.Store;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Serves {@code /pay}: the pages of links, sessions and invoices. */
public final class HostedPages implements HttpHandler {

    private static final String COOKIE = "sandbox_session";
    private static final Map<String, String> ASSETS = Map.of("checkout.css", "text/css", "icon.svg", "image/svg+xml");

    private final Store store;
    private final PaymentLinks links;
    private final CheckoutSessions sessions;
    private final CheckoutPage page;
    private final SessionPages sessionPages;
    private final InvoicePages invoicePages;

    /** The pages of these links and sessions. */
    public HostedPages(
            Store store,
            PaymentLinks links,
            CheckoutSessions sessions,
            CheckoutPage page,
            SessionPages sessionPages,
            InvoicePages invoicePages) {
        this.store = store;
        this.links = links;
        this.sessions = sessions;
        this.page = page;
        this.sessionPages = sessionPages;
        this.invoicePages = invoicePages;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String[] path =
                exchange.getRequestURI().getPath().substring("/pay".length()).split("/");
        reply(exchange, path).send(exchange);
    }

    private Reply reply(HttpExchange exchange, String[] path) throws IOException {
        try {
            boolean isPost = exchange.getRequestMethod().equals("POST");
            if (path.length == 2 && !isPost) {
                return links.at(path[1])
                        .map(link -> open(exchange, link, path[1]))
                        .orElseGet(MessagePage::unknown);
            }
            if (path.length == 3 && isPost) {
                return pay(path[1], path[2], Form.parse(Requests.body(exchange)));
            }
            if (path.length == 4 && !isPost && path[1].equals("invoice") && path[3].equals("pdf")) {
                return invoicePages.pdf(path[2]);
            }
            return path.length == 3 && !isPost ? show(path[1], path[2]) : MessagePage.unknown();
        } catch (StripeError | Requests.TooLarge unreadable) {
            return Reply.error(400, "The form could not be read.");
        }
    }

    private Reply pay(String what, String id, Form form) {
        return switch (what) {
            case "session" -> sessionPages.pay(id, form);
            case "invoice" -> invoicePages.pay(id, form);
            default -> MessagePage.unknown();
        };
    }

    private Reply show(String what, String id) {
        return switch (what) {
            case "session" -> sessionPages.show(id);
            case "invoice" -> invoicePages.show(id);
            case "credit_note" ->
                store.find(Kind.CREDIT_NOTE, id).map(CreditNotePdf::write).orElseGet(MessagePage::unknown);
            case "assets" -> asset(id);
            case "receipt" ->
                store.find(Kind.CHARGE, id).map(MessagePage::receipt).orElseGet(MessagePage::unknown);
            default -> MessagePage.unknown();
        };
    }

    private Reply open(HttpExchange exchange, JsonObject link, String address) {
        if (PaymentLinks.isUsedUp(link)) {
            return MessagePage.alreadyPaid(200);
        }
        if (!Json.isTrue(link, "active")) {
            return MessagePage.inactive(link);
        }
        Form query = Form.parse(Requests.query(exchange));
        JsonObject session = Requests.cookie(exchange, COOKIE)
                .flatMap(sessions::find)
                .filter(CheckoutSessions::isOpen)
                .filter(known -> Json.has(known, "payment_link", Json.requiredText(link, "id")))
                .orElseGet(() ->
                        sessions.open(link, query.text("client_reference_id").orElse(null)));
        TypedPayment typed =
                TypedPayment.withEmail(query.text("prefilled_email").orElse(""));
        String cookie =
                COOKIE + "=" + Json.requiredText(session, "id") + "; Path=/pay/" + address + "; HttpOnly; SameSite=Lax";
        return page.show(200, session, typed, Map.of()).with("Set-Cookie", cookie);
    }

    private static Reply asset(String name) {
        return Optional.ofNullable(ASSETS.get(name))
                .map(type -> new Reply(
                        200,
                        Map.of(
                                "Content-Type",
                                type,
                                "Cache-Control",
                                "max-age=300",
                                "X-Content-Type-Options",
                                "nosniff"),
                        Page.read(name)))
                .orElseGet(MessagePage::unknown);
    }
}
