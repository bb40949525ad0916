package com.operatoros.payments.sandbox.stripe.control;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.checkout.Checkout;
import com.operatoros.payments.sandbox.stripe.checkout.CheckoutSessions;
import com.operatoros.payments.sandbox.stripe.checkout.Payment;
import com.operatoros.payments.sandbox.stripe.checkout.PaymentLinks;
import com.operatoros.payments.sandbox.stripe.checkout.Standing;
import com.operatoros.payments.sandbox.stripe.http.Reply;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Kind;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Optional;

/** Pays a link, a session or an invoice as a payer of its own would on the hosted page (rule SK1). */
public final class PayControl implements Control {

    private final Store store;
    private final Clock clock;
    private final PaymentLinks links;
    private final CheckoutSessions sessions;
    private final Checkout checkout;
    private final InvoicePayControl invoices;

    /** Pays these. */
    public PayControl(
            Store store,
            Clock clock,
            PaymentLinks links,
            CheckoutSessions sessions,
            Checkout checkout,
            InvoicePayControl invoices) {
        this.store = store;
        this.clock = clock;
        this.links = links;
        this.sessions = sessions;
        this.checkout = checkout;
        this.invoices = invoices;
    }

    @Override
    public Reply run(JsonObject input) {
        String id = BadInput.required(input, "id");
        Optional<Long> amount = BadInput.amount(input, "amount");
        Means means = Means.of(input, YearMonth.now(clock));
        Basket basket = Basket.of(input);
        return store.change(() -> {
            if (id.startsWith("in_")) {
                return invoices.pay(id, amount, means);
            }
            if (id.startsWith("cs_")) {
                return sessions.find(id).map(session -> pay(session, means)).orElseGet(() -> unknown(id));
            }
            return links.find(id).map(link -> payLink(link, means, basket)).orElseGet(() -> unknown(id));
        });
    }

    private Reply payLink(JsonObject link, Means means, Basket basket) {
        if (PaymentLinks.isUsedUp(link)) {
            return refused(Standing.USED_UP);
        }
        if (!Json.isTrue(link, "active")) {
            return Reply.error(409, "the payment link is inactive");
        }
        JsonObject session = session(link);
        basket.fill(session, sessions);
        return pay(session, means);
    }

    /** The session this payer has open on the link, as a browser has one in its cookie. */
    private JsonObject session(JsonObject link) {
        String linkId = Json.requiredText(link, "id");
        Optional<JsonObject> open = store.find(Kind.PAYER, linkId)
                .flatMap(note -> sessions.find(Json.requiredText(note, "checkout_session")))
                .filter(CheckoutSessions::isOpen);
        return open.orElseGet(() -> {
            JsonObject session = sessions.open(link, null);
            JsonObject note = new JsonObject();
            note.addProperty("id", linkId);
            note.add("checkout_session", session.get("id"));
            store.put(Kind.PAYER, note);
            return session;
        });
    }

    private Reply pay(JsonObject session, Means means) {
        Payment payment = checkout.pay(Json.requiredText(session, "id"), means.instrument(), means.payer());
        if (payment.outcome() == Payment.Outcome.REFUSED) {
            return refused(payment.standing());
        }
        return AttemptReply.told(payment, session);
    }

    private static Reply refused(Standing standing) {
        return Reply.error(
                409,
                switch (standing) {
                    case COMPLETE, USED_UP -> "it is already paid";
                    case EXPIRED -> "the session has expired";
                    case OPEN -> "it cannot be paid";
                });
    }

    private static Reply unknown(String id) {
        return Reply.error(404, "there is no payment link, checkout session or invoice " + id);
    }
}
