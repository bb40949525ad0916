package com.operatoros.payments.sandbox.stripe.resource;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.api.Fields;
import com.operatoros.payments.sandbox.stripe.api.Form;
import com.operatoros.payments.sandbox.stripe.api.Rule;
import com.operatoros.payments.sandbox.stripe.api.StripeError;
import com.operatoros.payments.sandbox.stripe.refund.CreditNoteDrafts;
import com.operatoros.payments.sandbox.stripe.store.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lines of a new credit note, out of its parameters; an amount alone makes one line. */
final class CreditLines {

    static final Rule RULE = Rule.list(Fields.none()
            .required("type", Rule.oneOf("custom_line_item", "invoice_line_item"))
            .optional("amount", Rule.integer(1))
            .optional("description", Rule.text())
            .optional("invoice_line_item", Rule.text())
            .optional("metadata", Rule.metadata())
            .optional("quantity", Rule.integer(1))
            .optional("unit_amount", Rule.integer(1)));

    private CreditLines() {}

    static List<JsonObject> of(Form form, List<JsonObject> invoiceLines) {
        if (form.has("amount") == form.has("lines")) {
            String message = "You must specify exactly one of `amount` or `lines`.";
            throw StripeError.invalid("parameter_missing", "amount", message);
        }
        List<JsonObject> lines = new ArrayList<>();
        form.integer("amount").ifPresent(amount -> lines.add(CreditNoteDrafts.line("custom_line_item", 1, amount)));
        for (Form given : form.children("lines")) {
            lines.add(line(given, invoiceLines, "lines[" + lines.size() + "]"));
        }
        return lines;
    }

    private static JsonObject line(Form given, List<JsonObject> invoiceLines, String param) {
        Optional<String> credited = given.text("invoice_line_item");
        boolean isOfInvoice = given.requiredText("type").equals("invoice_line_item");
        if (isOfInvoice != credited.isPresent()) {
            throw StripeError.invalid(null, param + "[invoice_line_item]", "It goes with the type invoice_line_item.");
        }
        JsonObject line = isOfInvoice
                ? ofInvoice(given, find(invoiceLines, credited.orElseThrow(), param))
                : CreditNoteDrafts.line("custom_line_item", quantity(given), unitAmount(given, param));
        Copying.texts(line, given, "description");
        MetadataChange.apply(line, given);
        return line;
    }

    private static JsonObject find(List<JsonObject> invoiceLines, String id, String param) {
        return invoiceLines.stream()
                .filter(line -> Json.has(line, "id", id))
                .findFirst()
                .orElseThrow(() -> StripeError.missing("line_item", id, param + "[invoice_line_item]"));
    }

    private static JsonObject ofInvoice(Form given, JsonObject invoiceLine) {
        long whole = invoiceLine.get("amount").getAsLong();
        JsonObject line = CreditNoteDrafts.line(
                "invoice_line_item", 1, given.integer("amount").orElse(whole));
        line.add("invoice_line_item", invoiceLine.get("id"));
        line.add("description", invoiceLine.get("description"));
        return line;
    }

    private static long quantity(Form given) {
        return given.integer("quantity").orElse(1L);
    }

    private static long unitAmount(Form given, String param) {
        return given.integer("unit_amount")
                .orElseThrow(() -> StripeError.invalid(
                        "parameter_missing",
                        param + "[unit_amount]",
                        "Missing required param: " + param + "[unit_amount]."));
    }
}
