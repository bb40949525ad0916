package com.operatoros.payments.gateway;

import static com.operatoros.payments.json.JsonSupport.JSON;

import com.operatoros.payments.money.Currency;
import com.operatoros.payments.money.Money;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A refund that was asked for, as it was when it was asked.
 *
 * @param mark tells this refund apart from others of the payment
 * @param amount in all
 * @param reason why, in the admin's words or a code of the gateway
 * @param parts which intents give how much of it, each by a call of its own
 */
public record RefundRequest(
        UUID paymentId,
        String reference,
        String mark,
        Money amount,
        @Nullable String reason,
        List<Part> parts) {

    private static final List<String> CODES = List.of("duplicate", "fraudulent", "requested_by_customer");

    /** What one intent gives back. */
    public record Part(IntentId intentId, Money amount) {}

    /** The reason, if it is one that the gateway has a code for. */
    public Optional<String> reasonCode() {
        return reasonCode(reason);
    }

    /** A reason, if it is one that the gateway has a code for. */
    public static Optional<String> reasonCode(@Nullable String reason) {
        return Optional.ofNullable(reason).filter(CODES::contains);
    }

    /** Tells the object of one part from every other at the gateway. */
    public String markOf(int part) {
        return mark + "." + part;
    }

    public JsonObject toJson() {
        JsonArrayBuilder list = JSON.createArrayBuilder();
        parts.forEach(part -> list.add(JSON.createObjectBuilder()
                .add("intent", part.intentId().value())
                .add("amount_minor", part.amount().minor())));
        return JSON.createObjectBuilder()
                .add("payment_id", paymentId.toString())
                .add("reference", reference)
                .add("mark", mark)
                .add("amount_minor", amount.minor())
                .add("currency", amount.currency().code())
                .add("reason", reason == null ? JsonValue.NULL : JSON.createValue(reason))
                .add("parts", list)
                .build();
    }

    public static RefundRequest fromJson(JsonObject json) {
        Currency currency = Currency.find(json.getString("currency")).orElseThrow();
        return new RefundRequest(
                UUID.fromString(json.getString("payment_id")),
                json.getString("reference"),
                json.getString("mark"),
                new Money(json.getJsonNumber("amount_minor").longValueExact(), currency),
                json.isNull("reason") ? null : json.getString("reason"),
                json.getJsonArray("parts").getValuesAs(JsonObject.class).stream()
                        .map(part -> new Part(
                                new IntentId(part.getString("intent")),
                                new Money(part.getJsonNumber("amount_minor").longValueExact(), currency)))
                        .toList());
    }
}
