package com.operatoros.payments.gateway;

import static com.operatoros.payments.json.JsonSupport.JSON;

import com.operatoros.payments.money.Currency;
import com.operatoros.payments.money.Money;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that a payment link is made of. It is kept as JSON with the operation, so that a repetition sends the same request
 * whatever the settings have become.
 *
 * @param mark tells it apart from the payment's first link, whose place it takes; null for that one
 */
public record LinkRequest(
        UUID paymentId,
        String reference,
        String projectName,
        String description,
        Money amount,
        String withdrawnText,
        @Nullable String mark) {

    public JsonObject toJson() {
        return JSON.createObjectBuilder()
                .add("payment_id", paymentId.toString())
                .add("reference", reference)
                .add("project_name", projectName)
                .add("description", description)
                .add("amount_minor", amount.minor())
                .add("currency", amount.currency().code())
                .add("withdrawn_text", withdrawnText)
                .add("mark", mark == null ? JsonValue.NULL : JSON.createValue(mark))
                .build();
    }

    public static LinkRequest fromJson(JsonObject json) {
        Currency currency = Currency.find(json.getString("currency")).orElseThrow();
        return new LinkRequest(
                UUID.fromString(json.getString("payment_id")),
                json.getString("reference"),
                json.getString("project_name"),
                json.getString("description"),
                new Money(json.getJsonNumber("amount_minor").longValueExact(), currency),
                json.getString("withdrawn_text"),
                json.getString("mark", null));
    }
}
