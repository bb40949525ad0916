package com.operatoros.payments.sandbox.stripe.hosted;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.http.Reply;
import com.operatoros.payments.sandbox.stripe.invoice.Finalization;
import com.operatoros.payments.sandbox.stripe.invoice.InvoiceLines;
import com.operatoros.payments.sandbox.stripe.invoice.InvoiceStatus;
import com.operatoros.payments.sandbox.stripe.store.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The page of an invoice: what is billed, and the form, or why there is none. */
public final class InvoicePage {

    private static final Page PAGE = Page.of("invoice");

    private final InvoiceLines lines;

    /** The pages of invoices with these lines. */
    public InvoicePage(InvoiceLines lines) {
        this.lines = lines;
    }

    /** The page of an invoice that can be paid, with what was typed and what is wrong with it. */
    Reply form(int status, String token, JsonObject invoice, TypedPayment typed, Map<String, String> errors) {
        InvoiceText text = new InvoiceText(invoice);
        String title = (errors.isEmpty() ? "" : "Error: ") + "Invoice " + text.number();
        Map<String, Object> values = values(token, text, title, "Payment details");
        values.put("form", form(token, invoice).values(typed, errors));
        return PAGE.reply(status, values);
    }

    /** The page of an invoice that cannot be paid now. */
    Reply closed(int status, String token, JsonObject invoice) {
        InvoiceText text = new InvoiceText(invoice);
        boolean isPaid = text.status() == InvoiceStatus.PAID;
        boolean isVoid = text.status() == InvoiceStatus.VOID;
        String heading =
                isPaid ? "Invoice paid" : isVoid ? "This invoice was voided" : "Your payment is being processed";
        String note = isPaid
                ? "Thank you. There is nothing more to do."
                : isVoid
                        ? "It cannot be paid any more. Please ask the sender if you think that this is a mistake."
                        : "Your bank needs a few days to confirm it.";
        Map<String, Object> values = values(token, text, "Invoice " + text.number(), heading);
        values.put("closed", note);
        return PAGE.reply(status, values);
    }

    static PaymentForm form(String token, JsonObject invoice) {
        String amount = new InvoiceText(invoice).amount("amount_remaining");
        return new PaymentForm("/pay/invoice/" + token, amount, Finalization.methods(invoice));
    }

    /** The values of every invoice's page, without a form and without a note. */
    private Map<String, Object> values(String token, InvoiceText text, String title, String heading) {
        Map<String, Object> values = new HashMap<>();
        values.put("title", title);
        values.put("number", text.number());
        values.put("amount", text.amount("total"));
        values.put("status", text.status().label());
        values.put("state", text.state());
        values.put("due", text.due());
        values.put("facts", text.facts());
        values.put("items", items(text));
        values.put("sums", text.sums());
        values.put("memo", text.text("description"));
        values.put("footer", text.text("footer"));
        values.put("pdf", "/pay/invoice/" + token + "/pdf");
        values.put("heading", heading);
        values.put("form", false);
        values.put("closed", false);
        return values;
    }

    private List<BilledItem> items(InvoiceText text) {
        return lines.of(Json.requiredText(text.invoice(), "id")).stream()
                .map(line -> BilledItem.of(
                        Json.text(line, "description").orElse("Invoice item"),
                        "",
                        line.get("quantity").getAsLong(),
                        text.money(line.get("amount").getAsLong())))
                .toList();
    }
}
