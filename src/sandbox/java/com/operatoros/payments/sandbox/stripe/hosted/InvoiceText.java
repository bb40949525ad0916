package com.operatoros.payments.sandbox.stripe.hosted;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.checkout.Currencies;
import com.operatoros.payments.sandbox.stripe.invoice.InvoiceStatus;
import com.operatoros.payments.sandbox.stripe.store.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the page and the PDF of an invoice say, in words. */
record InvoiceText(JsonObject invoice) {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US).withZone(ZoneOffset.UTC);

    String number() {
        return text("number");
    }

    String text(String field) {
        return Json.text(invoice, field).orElse("");
    }

    String amount(String field) {
        return money(invoice.get(field).getAsLong());
    }

    String money(long minorUnits) {
        return Currencies.format(minorUnits, Json.requiredText(invoice, "currency"));
    }

    InvoiceStatus status() {
        return InvoiceStatus.of(invoice);
    }

    /** The status for people. */
    String state() {
        return switch (status()) {
            case DRAFT -> "Draft";
            case OPEN -> "Open";
            case PAID -> "Paid";
            case UNCOLLECTIBLE -> "Uncollectible";
            case VOID -> "Void";
        };
    }

    /** What a reader has to do by when. */
    String due() {
        return switch (status()) {
            case PAID -> "Paid " + date(invoice.getAsJsonObject("status_transitions"), "paid_at");
            case VOID -> "Nothing is to be paid";
            default -> Json.text(invoice, "due_date").isPresent() ? "Due " + date(invoice, "due_date") : "Due now";
        };
    }

    private static String date(JsonObject object, String field) {
        return Json.text(object, field)
                .map(seconds -> DATE.format(Instant.ofEpochSecond(Long.parseLong(seconds))))
                .orElse("");
    }

    /** The heads of the invoice, by their names: parties, dates, and the sender's own fields. */
    Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("From", text("account_name"));
        facts.put("Bill to", billTo());
        facts.put("Date of issue", date(invoice, "effective_at"));
        Optional.of(date(invoice, "due_date"))
                .filter(date -> !date.isEmpty())
                .ifPresent(date -> facts.put("Due", date));
        if (invoice.get("custom_fields").isJsonArray()) {
            for (JsonElement field : invoice.getAsJsonArray("custom_fields")) {
                JsonObject own = field.getAsJsonObject();
                facts.put(Json.requiredText(own, "name"), Json.requiredText(own, "value"));
            }
        }
        return facts;
    }

    private String billTo() {
        Stream<String> address = Json.object(invoice, "customer_address").stream()
                .flatMap(parts -> Stream.of("line1", "line2", "postal_code", "city", "state", "country")
                        .flatMap(part -> Json.text(parts, part).stream()));
        return Stream.concat(Stream.of(text("customer_name"), text("customer_email")), address)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /** The sums below the lines, by their names. */
    Map<String, String> sums() {
        Map<String, String> sums = new LinkedHashMap<>();
        sums.put("Total", amount("total"));
        if (invoice.get("starting_balance").getAsLong() != 0) {
            sums.put("Applied balance", amount("starting_balance"));
        }
        if (invoice.get("amount_paid").getAsLong() > 0) {
            sums.put("Amount paid", amount("amount_paid"));
        }
        sums.put("Amount due", amount("amount_remaining"));
        return sums;
    }
}
