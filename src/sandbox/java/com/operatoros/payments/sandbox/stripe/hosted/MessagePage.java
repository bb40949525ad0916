package com.operatoros.payments.sandbox.stripe.hosted;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.checkout.Currencies;
import com.operatoros.payments.sandbox.stripe.checkout.Standing;
import com.operatoros.payments.sandbox.stripe.http.Reply;
import com.operatoros.payments.sandbox.stripe.store.Json;
import java.util.Map;

/** The pages without a form: paid, confirmed, inactive, expired, unknown, refused. */
public final class MessagePage {

    private static final Page PAGE = Page.of("message");

    private MessagePage() {}

    private static Reply show(int status, String kind, String heading, String text) {
        return PAGE.reply(status, Map.of("kind", kind, "title", heading, "text", text, "back", false));
    }

    /** Says to a person why a control did not do what a form asked for, with a way back. */
    public static Reply refused(int status, String why, String back) {
        return PAGE.reply(status, Map.of("kind", "closed", "title", "That was refused", "text", why, "back", back));
    }

    static Reply inactive(JsonObject link) {
        String text = Json.text(link, "inactive_message")
                .orElse("It cannot be paid any more. Please ask the sender if you think that this is a mistake.");
        return show(200, "closed", "This link is no longer active", text);
    }

    static Reply alreadyPaid(int status) {
        return show(status, "done", "Already paid", "This payment has already been made. There is nothing more to do.");
    }

    static Reply unknown() {
        return show(404, "closed", "Page not found", "There is no payment at this address.");
    }

    static Reply expired(int status) {
        return show(status, "closed", "This page has expired", "Please open the payment link again to pay.");
    }

    /** The page of a session that cannot be paid. */
    static Reply closed(int status, Standing standing) {
        return standing == Standing.EXPIRED ? expired(status) : alreadyPaid(status);
    }

    /** The page of whoever has chosen to transfer the money by himself. */
    static Reply transfer(long remaining, String currency) {
        String text = "Transfer " + Currencies.format(remaining, currency)
                + " to OperatorOS Sandbox whenever you like. The payment is made once the money arrives.";
        return show(200, "done", "Your bank transfer is awaited", text);
    }

    /** The page after paying. */
    static Reply confirmation(JsonObject session, JsonObject link) {
        String amount =
                Currencies.format(session.get("amount_total").getAsLong(), Json.requiredText(session, "currency"));
        if (Json.has(session, "payment_status", "unpaid")) {
            String text =
                    "Your payment of " + amount + " has been submitted. Your bank needs a few days to confirm it.";
            return show(200, "done", "Your payment is being processed", text);
        }
        String text = Json.object(link.getAsJsonObject("after_completion"), "hosted_confirmation")
                .flatMap(confirmation -> Json.text(confirmation, "custom_message"))
                .orElse("A payment of " + amount + " to OperatorOS Sandbox was made.");
        return show(200, "done", "Thanks for your payment", text);
    }

    /** The receipt of a charge. */
    static Reply receipt(JsonObject charge) {
        String amount = Currencies.format(charge.get("amount").getAsLong(), Json.requiredText(charge, "currency"));
        String text = amount + " paid to OperatorOS Sandbox, " + Json.requiredText(charge, "id") + ".";
        return show(200, "done", "Receipt", text);
    }
}
