package com.operatoros.payments.api;

import static com.operatoros.payments.json.JsonSupport.JSON;

import com.operatoros.payments.gateway.PayerReport;
import com.operatoros.payments.money.Amount;
import com.operatoros.payments.payment.PaidBy;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who really paid, how, and what it cost, as JSON (rule A1); null as long as it is not known. */
final class PayerJson {

    private PayerJson() {}

    static void add(JsonObjectBuilder json, PaidBy paidBy) {
        boolean isKnown = paidBy.name() != null || paidBy.email() != null;
        JsonObjectBuilder payer =
                JSON.createObjectBuilder().add("name", text(paidBy.name())).add("email", text(paidBy.email()));
        json.add("payer", isKnown ? payer.build() : JsonValue.NULL)
                .add("method", paidBy.method().map(PayerJson::method).orElse(JsonValue.NULL));
        add(json, "fee", paidBy.fee());
        add(json, "net", paidBy.net());
        json.add("fee_currency", text(paidBy.fee().map(Amount::currency).orElse(null)))
                .add("available_on", text(paidBy.availableOn()));
    }

    /** A wallet is named where one held the card. */
    private static JsonValue method(PayerReport.Method method) {
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("type", method.type())
                .add("brand", text(method.brand()))
                .add("last4", text(method.last4()));
        return method.wallet() == null
                ? json.build()
                : json.add("wallet", method.wallet()).build();
    }

    private static void add(JsonObjectBuilder json, String name, Optional<Amount> amount) {
        if (amount.isPresent()) {
            PaymentJson.addAmount(json, name, amount.get());
        } else {
            json.addNull(name).addNull(name + "_minor");
        }
    }

    private static JsonValue text(@Nullable Object value) {
        return value == null ? JsonValue.NULL : JSON.createValue(value.toString());
    }
}
