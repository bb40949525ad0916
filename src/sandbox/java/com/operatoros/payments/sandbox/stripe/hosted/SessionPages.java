package com.operatoros.payments.sandbox.stripe.hosted;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.api.Form;
import com.operatoros.payments.sandbox.stripe.checkout.Checkout;
import com.operatoros.payments.sandbox.stripe.checkout.CheckoutSessions;
import com.operatoros.payments.sandbox.stripe.checkout.Payment;
import com.operatoros.payments.sandbox.stripe.checkout.Payments;
import com.operatoros.payments.sandbox.stripe.checkout.Standing;
import com.operatoros.payments.sandbox.stripe.http.Reply;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Kind;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Map;

/** The page of one session: its form while it is open, paying it, and its confirmation. */
public final class SessionPages {

    private final Store store;
    private final Clock clock;
    private final CheckoutSessions sessions;
    private final Checkout checkout;
    private final CheckoutPage page;

    /** The pages of these sessions. */
    public SessionPages(Store store, Clock clock, CheckoutSessions sessions, Checkout checkout, CheckoutPage page) {
        this.store = store;
        this.clock = clock;
        this.sessions = sessions;
        this.checkout = checkout;
        this.page = page;
    }

    Reply show(String id) {
        return sessions.find(id)
                .map(session -> switch (standing(session)) {
                    case OPEN -> page.show(200, session, TypedPayment.EMPTY, Map.of());
                    case COMPLETE -> confirmation(session);
                    case EXPIRED, USED_UP -> MessagePage.closed(200, standing(session));
                })
                .orElseGet(MessagePage::unknown);
    }

    private Reply confirmation(JsonObject session) {
        return Json.text(session, "payment_intent")
                .flatMap(intent -> store.find(Kind.PAYMENT_INTENT, intent))
                .flatMap(intent -> Payments.awaited(intent)
                        .map(remaining -> MessagePage.transfer(remaining, Json.requiredText(intent, "currency"))))
                .orElseGet(() -> MessagePage.confirmation(session, link(session)));
    }

    Reply pay(String id, Form form) {
        return sessions.find(id)
                .map(session -> pay(session, TypedPayment.of(form)))
                .orElseGet(MessagePage::unknown);
    }

    private Reply pay(JsonObject session, TypedPayment typed) {
        Standing standing = standing(session);
        if (standing != Standing.OPEN) {
            return MessagePage.closed(409, standing);
        }
        Map<String, String> errors = typed.errors(CheckoutPage.form(session), YearMonth.now(clock));
        if (!errors.isEmpty()) {
            return page.show(400, session, typed, errors);
        }
        Payment payment = checkout.pay(Json.requiredText(session, "id"), typed.instrument(), typed.payer());
        return switch (payment.outcome()) {
            case PAID, PROCESSING, WAITING -> Reply.seeOther(after(session));
            case DECLINED ->
                page.show(
                        402,
                        session,
                        typed,
                        TypedPayment.reason(payment.decline().orElseThrow()));
            case REFUSED -> MessagePage.closed(409, payment.standing());
        };
    }

    private String after(JsonObject session) {
        String id = Json.requiredText(session, "id");
        return CheckoutSessions.redirect(link(session))
                .map(url -> url.replace("{CHECKOUT_SESSION_ID}", id))
                .orElse("/pay/session/" + id);
    }

    private Standing standing(JsonObject session) {
        return Standing.of(session, link(session));
    }

    private JsonObject link(JsonObject session) {
        return store.get(Kind.PAYMENT_LINK, Json.requiredText(session, "payment_link"));
    }
}
