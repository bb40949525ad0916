package com.operatoros.payments.sandbox.stripe.control;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.checkout.Card;
import com.operatoros.payments.sandbox.stripe.checkout.Checkout;
import com.operatoros.payments.sandbox.stripe.checkout.CheckoutSessions;
import com.operatoros.payments.sandbox.stripe.checkout.Iban;
import com.operatoros.payments.sandbox.stripe.checkout.Instrument;
import com.operatoros.payments.sandbox.stripe.checkout.Payer;
import com.operatoros.payments.sandbox.stripe.checkout.Payment;
import com.operatoros.payments.sandbox.stripe.checkout.PaymentLinks;
import com.operatoros.payments.sandbox.stripe.checkout.Standing;
import com.operatoros.payments.sandbox.stripe.http.Reply;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Kind;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;

/** Pays a link or a session as a payer of its own would on the hosted page (rule K1). */
public final class PayControl implements Control {

    private final Store store;
    private final Clock clock;
    private final PaymentLinks links;
    private final CheckoutSessions sessions;
    private final Checkout checkout;

    /** Pays these. */
    public PayControl(Store store, Clock clock, PaymentLinks links, CheckoutSessions sessions, Checkout checkout) {
        this.store = store;
        this.clock = clock;
        this.links = links;
        this.sessions = sessions;
        this.checkout = checkout;
    }

    @Override
    public Reply run(JsonObject input) {
        String id = BadInput.required(input, "id");
        Instrument instrument = instrument(input);
        Payer payer = new Payer(
                Json.text(input, "email").orElse("payer@example.com"),
                Json.text(input, "name").orElse("Test Payer"));
        return store.change(() -> {
            if (id.startsWith("cs_")) {
                return sessions.find(id)
                        .map(session -> pay(session, instrument, payer))
                        .orElseGet(() -> unknown(id));
            }
            return links.find(id).map(link -> payLink(link, instrument, payer)).orElseGet(() -> unknown(id));
        });
    }

    private Instrument instrument(JsonObject input) {
        String number = Json.text(input, "iban")
                .or(() -> Json.text(input, "card"))
                .orElseThrow(() -> new BadInput("\"card\" or \"iban\" is missing"));
        String iban = Iban.normalized(number);
        if (Iban.isNumber(iban)) {
            return new Iban(iban);
        }
        String digits = number.replaceAll("[\\s-]", "");
        if (input.has("iban") || !Card.isNumber(digits)) {
            throw new BadInput("this is no valid card number or IBAN");
        }
        return new Card(digits, YearMonth.now(clock).plusYears(3), "1234".substring(0, Card.cvcDigits(digits)));
    }

    private Reply payLink(JsonObject link, Instrument instrument, Payer payer) {
        if (PaymentLinks.isUsedUp(link)) {
            return refused(Standing.USED_UP);
        }
        if (!Json.isTrue(link, "active")) {
            return Reply.error(409, "the payment link is inactive");
        }
        return pay(session(link), instrument, payer);
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

    private Reply pay(JsonObject session, Instrument instrument, Payer payer) {
        Payment payment = checkout.pay(Json.requiredText(session, "id"), instrument, payer);
        if (payment.outcome() == Payment.Outcome.REFUSED) {
            return refused(payment.standing());
        }
        JsonObject answer = new JsonObject();
        answer.addProperty("outcome", payment.outcome().name().toLowerCase(Locale.ROOT));
        answer.addProperty("payment_intent", payment.intent());
        answer.add("checkout_session", session.get("id"));
        payment.decline().ifPresent(decline -> {
            answer.addProperty("code", decline.code());
            answer.addProperty("decline_code", decline.declineCode().orElse(null));
            answer.addProperty("message", decline.message());
        });
        return Reply.json(200, answer);
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
        return Reply.error(404, "there is no payment link or checkout session " + id);
    }
}
