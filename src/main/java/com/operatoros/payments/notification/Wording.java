package com.operatoros.payments.notification;

import com.operatoros.payments.gateway.Failure;
import com.operatoros.payments.money.Currency;
import com.operatoros.payments.money.Money;
import com.operatoros.payments.text.Texts;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a notification says: the key of its texts and their values, so that each reader gets it in the own language.
 *
 * @param isRecovered whether no event told it
 */
record Wording(String key, List<Value> values, boolean isRecovered) {

    private static final String KEY = "key";
    private static final String VALUES = "values";
    private static final String RECOVERED = "recovered";
    private static final String KIND = "kind";
    private static final String WORD = "word";

    /** How a word becomes a value of a text. */
    enum Kind {
        /** As it is. */
        PLAIN,
        /** Minor units and the currency, {@code 1250 usd}. */
        AMOUNT,
        /** A time, in ISO 8601. */
        TIME,
        /** The key of a text. */
        TEXT,
        /** Why a payment failed: the code, a blank, and the gateway's own words. */
        FAILURE,
        REFUND_FAILURE,
        DISPUTE_REASON
    }

    /** One value, in a form that can be kept. */
    record Value(Kind kind, String word) {

        static Value plain(String word) {
            return new Value(Kind.PLAIN, word);
        }

        static Value amount(long minor, String currency) {
            return new Value(Kind.AMOUNT, minor + " " + currency);
        }

        static Value amount(Money money) {
            return amount(money.minor(), money.currency().code());
        }

        static Value time(Instant time) {
            return new Value(Kind.TIME, time.toString());
        }

        static Value text(String key) {
            return new Value(Kind.TEXT, key);
        }

        static Value failure(Failure failure) {
            String code = failure.code();
            return new Value(Kind.FAILURE, (code == null ? "" : code) + " " + failure.message());
        }

        static Value refundFailure(@Nullable String code) {
            return new Value(Kind.REFUND_FAILURE, code == null ? "" : code);
        }

        static Value disputeReason(@Nullable String code) {
            return new Value(Kind.DISPUTE_REASON, code == null ? "" : code);
        }

        String in(Texts texts, ZoneId zone) {
            return switch (kind) {
                case PLAIN -> word;
                case AMOUNT -> money(texts);
                case TIME ->
                    DateTimeFormatter.ofPattern(texts.get("time.long"), texts.locale())
                            .withZone(zone)
                            .format(Instant.parse(word));
                case TEXT -> texts.get(word);
                case FAILURE -> texts.reason(head(), tail());
                case REFUND_FAILURE -> texts.refundFailure(word);
                case DISPUTE_REASON -> texts.disputeReason(word);
            };
        }

        /** Money of a currency that we don't know can only be told as the gateway tells it. */
        private String money(Texts texts) {
            return Currency.find(tail())
                    .map(currency -> new Money(Long.parseLong(head()), currency).format(texts.locale()))
                    .orElse(word);
        }

        private String head() {
            return word.substring(0, word.indexOf(' '));
        }

        private String tail() {
            return word.substring(word.indexOf(' ') + 1);
        }
    }

    static Wording of(String key, Value... values) {
        return new Wording(key, List.of(values), false);
    }

    /** The same of something that no event told. */
    Wording recovered() {
        return new Wording(key, values, true);
    }

    String title(Texts texts) {
        return texts.get("notice." + key + ".title");
    }

    String message(Texts texts, ZoneId zone) {
        Object[] words = values.stream().map(value -> value.in(texts, zone)).toArray();
        String message = texts.get("notice." + key + ".message", words);
        return isRecovered ? texts.get("notice.recovered", message) : message;
    }

    /** To be kept in a row. */
    String toJson() {
        JsonArrayBuilder kept = Json.createArrayBuilder();
        values.forEach(value -> kept.add(Json.createObjectBuilder()
                .add(KIND, value.kind().name().toLowerCase(Locale.ROOT))
                .add(WORD, value.word())));
        return Json.createObjectBuilder()
                .add(KEY, key)
                .add(VALUES, kept)
                .add(RECOVERED, isRecovered)
                .build()
                .toString();
    }

    static Wording fromJson(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            JsonObject kept = reader.readObject();
            List<Value> values = new ArrayList<>();
            for (JsonObject value : kept.getJsonArray(VALUES).getValuesAs(JsonObject.class)) {
                Kind kind = Kind.valueOf(value.getString(KIND).toUpperCase(Locale.ROOT));
                values.add(new Value(kind, value.getString(WORD)));
            }
            return new Wording(kept.getString(KEY), values, kept.getBoolean(RECOVERED));
        }
    }
}
