package com.operatoros.payments.sandbox.stripe.hosted;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.http.Reply;
import com.operatoros.payments.sandbox.stripe.invoice.Finalization;
import com.operatoros.payments.sandbox.stripe.invoice.InvoiceLines;
import com.operatoros.payments.sandbox.stripe.invoice.InvoiceStatus;
import com.operatoros.payments.sandbox.stripe.store.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The page of an invoice: what is billed, and the form, or why there is none. */
public final class InvoicePage {

    private static final Template PAGE = Template.load("invoice.html");
    private static final Template FACT = Template.load("invoice-fact.html");
    private static final Template SUM = Template.load("invoice-sum.html");
    private static final Template CLOSED = Template.load("invoice-closed.html");
    private static final Template ITEM = Template.load("item.html");

    private final InvoiceLines lines;

    /** The pages of invoices with these lines. */
    public InvoicePage(InvoiceLines lines) {
        this.lines = lines;
    }

    /** The page of an invoice that can be paid, with what was typed and what is wrong with it. */
    Reply form(int status, String token, JsonObject invoice, TypedPayment typed, Map<String, String> errors) {
        InvoiceText text = new InvoiceText(invoice);
        String title = (errors.isEmpty() ? "" : "Error: ") + "Invoice " + text.number();
        String form = form(token, invoice).fill(typed, errors);
        return Page.reply(status, title, fill(token, text, "Payment details", form));
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
        return Page.reply(
                status, "Invoice " + text.number(), fill(token, text, heading, CLOSED.fill(Map.of("text", note))));
    }

    static PaymentForm form(String token, JsonObject invoice) {
        String amount = new InvoiceText(invoice).amount("amount_remaining");
        return new PaymentForm("/pay/invoice/" + token, amount, Finalization.methods(invoice));
    }

    private String fill(String token, InvoiceText text, String heading, String content) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("number", text.number());
        values.put("amount", text.amount("total"));
        values.put("status", text.status().label());
        values.put("state", text.state());
        values.put("due", text.due());
        values.put("facts", all(FACT, "value", text.facts()));
        values.put("items", items(text));
        values.put("sums", all(SUM, "amount", text.sums()));
        values.put("memo", text.text("description"));
        values.put("footer", text.text("footer"));
        values.put("pdf", "/pay/invoice/" + token + "/pdf");
        values.put("heading", heading);
        values.put("content", content);
        return PAGE.fill(values);
    }

    private static String all(Template template, String place, Map<String, String> values) {
        return values.entrySet().stream()
                .map(value -> template.fill(Map.of("name", value.getKey(), place, value.getValue())))
                .collect(Collectors.joining());
    }

    private String items(InvoiceText text) {
        return lines.of(Json.requiredText(text.invoice(), "id")).stream()
                .map(line -> {
                    long quantity = line.get("quantity").getAsLong();
                    return ITEM.fill(Map.of(
                            "name",
                            Json.text(line, "description").orElse("Invoice item"),
                            "description",
                            "",
                            "quantity",
                            quantity == 1 ? "" : "Quantity " + quantity,
                            "amount",
                            text.money(line.get("amount").getAsLong())));
                })
                .collect(Collectors.joining());
    }
}
