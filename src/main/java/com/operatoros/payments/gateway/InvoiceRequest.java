package com.operatoros.payments.gateway;

import static com.operatoros.payments.json.JsonSupport.JSON;

import com.operatoros.payments.money.Currency;
import com.operatoros.payments.money.Money;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that an invoice is made of, frozen when it was asked for.
 *
 * @param dueAt the last second of the day on which it is due, in the business's zone
 * @param footer the business's details and its own words; null for none
 * @param isSentByGateway whether the gateway is asked to mail it
 * @param isMailedByUs whether we do
 */
public record InvoiceRequest(
        UUID paymentId,
        String reference,
        String projectName,
        String description,
        Money amount,
        @Nullable String clientName,
        String clientEmail,
        Instant dueAt,
        @Nullable String footer,
        boolean isSentByGateway,
        boolean isMailedByUs) {

    public JsonObject toJson() {
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("payment_id", paymentId.toString())
                .add("reference", reference)
                .add("project_name", projectName)
                .add("description", description)
                .add("amount_minor", amount.minor())
                .add("currency", amount.currency().code())
                .add("client_email", clientEmail)
                .add("due_at", dueAt.getEpochSecond())
                .add("sent_by_gateway", isSentByGateway)
                .add("mailed_by_us", isMailedByUs);
        if (clientName != null) {
            json.add("client_name", clientName);
        }
        if (footer != null) {
            json.add("footer", footer);
        }
        return json.build();
    }

    public static InvoiceRequest fromJson(JsonObject json) {
        Currency currency = Currency.find(json.getString("currency")).orElseThrow();
        return new InvoiceRequest(
                UUID.fromString(json.getString("payment_id")),
                json.getString("reference"),
                json.getString("project_name"),
                json.getString("description"),
                new Money(json.getJsonNumber("amount_minor").longValueExact(), currency),
                json.getString("client_name", null),
                json.getString("client_email"),
                Instant.ofEpochSecond(json.getJsonNumber("due_at").longValueExact()),
                json.getString("footer", null),
                json.getBoolean("sent_by_gateway"),
                json.getBoolean("mailed_by_us"));
    }
}
