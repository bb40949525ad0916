package com.operatoros.payments.sandbox.stripe.checkout;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.store.Json;
import java.util.function.Consumer;

/** Attempts to pay a payment intent, whatever it was made for. */
public final class Attempts {

    private final Payments payments;
    private final Charges charges;
    private final Consumer<JsonObject> paid;

    /** Attempts on these; who is interested is told each charge that paid, once it is booked. */
    public Attempts(Payments payments, Charges charges, Consumer<JsonObject> paid) {
        this.payments = payments;
        this.charges = charges;
        this.paid = paid;
    }

    /** Makes one inside a change; what the intent was made for is told the outcome between the payment and its booking. */
    public Payment make(JsonObject intent, Instrument instrument, Payer payer, Consumer<Payment.Outcome> concerned) {
        if (instrument instanceof Transfer) {
            payments.awaitTransfer(intent, payer);
            concerned.accept(Payment.Outcome.WAITING);
            return Payment.made(Payment.Outcome.WAITING, Json.requiredText(intent, "id"));
        }
        JsonObject charge = charges.attempt(intent, instrument, payer);
        String id = Json.requiredText(intent, "id");
        if (instrument.asksPayer()) {
            payments.requireAction(intent, charge);
        }
        if (instrument.decline().isPresent()) {
            Decline why = instrument.decline().get();
            charges.fail(charge, why.toError(), why.toOutcome());
            payments.fail(intent, charge, why.toError());
            concerned.accept(Payment.Outcome.DECLINED);
            return Payment.declined(id, why);
        }
        if (instrument instanceof Iban) {
            charges.leavePending(charge);
            payments.process(intent, charge);
            concerned.accept(Payment.Outcome.PROCESSING);
            return Payment.made(Payment.Outcome.PROCESSING, id);
        }
        charges.succeed(charge);
        payments.succeed(intent, charge);
        concerned.accept(Payment.Outcome.PAID);
        charges.book(charge);
        paid.accept(charge);
        return Payment.made(Payment.Outcome.PAID, id);
    }
}
