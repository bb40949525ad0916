package com.operatoros.payments.gateway;

import static com.operatoros.payments.json.JsonSupport.JSON;

import com.operatoros.payments.money.Currency;
import com.operatoros.payments.money.Money;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A decision of an admin about what is still to come, as it was when it was made: it came elsewhere, or it is done without.
 *
 * @param mark tells this decision apart from others about the payment
 * @param amount what came elsewhere, or what is done without
 * @param note why, in the admin's words
 * @param intents whose money is known to be here, and may be
 */
public record SettlementRequest(
        UUID paymentId,
        String reference,
        String mark,
        Money amount,
        @Nullable String note,
        List<IntentId> intents) {

    public JsonObject toJson() {
        return JSON.createObjectBuilder()
                .add("payment_id", paymentId.toString())
                .add("reference", reference)
                .add("mark", mark)
                .add("amount_minor", amount.minor())
                .add("currency", amount.currency().code())
                .add("note", note == null ? JsonValue.NULL : JSON.createValue(note))
                .add("intents", ids(intents))
                .build();
    }

    public static SettlementRequest fromJson(JsonObject json) {
        Currency currency = Currency.find(json.getString("currency")).orElseThrow();
        return new SettlementRequest(
                UUID.fromString(json.getString("payment_id")),
                json.getString("reference"),
                json.getString("mark"),
                new Money(json.getJsonNumber("amount_minor").longValueExact(), currency),
                json.isNull("note") ? null : json.getString("note"),
                List.copyOf(intents(json)));
    }

    /** Whose money is known to be here, in any request that says so. */
    public static Set<IntentId> intents(JsonObject json) {
        return json.containsKey("intents")
                ? json.getJsonArray("intents").getValuesAs(JsonString.class).stream()
                        .map(id -> new IntentId(id.getString()))
                        .collect(Collectors.toSet())
                : Set.of();
    }

    /** What {@link #intents(JsonObject)} reads. */
    public static JsonArrayBuilder ids(List<IntentId> intents) {
        JsonArrayBuilder list = JSON.createArrayBuilder();
        intents.forEach(id -> list.add(id.value()));
        return list;
    }
}
