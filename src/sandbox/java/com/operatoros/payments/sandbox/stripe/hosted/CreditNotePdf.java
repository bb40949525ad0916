package com.operatoros.payments.sandbox.stripe.hosted;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.checkout.Currencies;
import com.operatoros.payments.sandbox.stripe.http.Reply;
import com.operatoros.payments.sandbox.stripe.store.Json;

/** The PDF of a credit note. */
final class CreditNotePdf {

    private static final double LEFT = 50;
    private static final double RIGHT = 545;

    private CreditNotePdf() {}

    static Reply write(JsonObject note) {
        String heading = "Credit note " + Json.requiredText(note, "number");
        Pdf pdf = new Pdf(heading);
        pdf.paragraph(LEFT, RIGHT - LEFT, heading, 20);
        pdf.down(10);
        for (JsonElement line : note.getAsJsonObject("lines").getAsJsonArray("data")) {
            String what = Json.text(line.getAsJsonObject(), "description").orElse("Credit");
            pdf.row(LEFT, 340, what, RIGHT, amount(note, line.getAsJsonObject()), 10);
        }
        pdf.rule(LEFT, RIGHT);
        pdf.row(LEFT, 340, "Total credited", RIGHT, amount(note, note), 10);
        pdf.down(14);
        pdf.paragraph(LEFT, RIGHT - LEFT, Json.text(note, "memo").orElse(""), 10);
        return Reply.text(200, "application/pdf", pdf.end()).with("X-Content-Type-Options", "nosniff");
    }

    private static String amount(JsonObject note, JsonObject of) {
        return Currencies.format(of.get("amount").getAsLong(), Json.requiredText(note, "currency"));
    }
}
