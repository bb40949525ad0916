package com.operatoros.payments.text;

import com.operatoros.payments.code.Coded;
import com.operatoros.payments.money.Amount;
import com.operatoros.payments.money.Money;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * A value of a message, in a form that can be kept and that each reader gets in his own way of writing.
 *
 * @param word what is kept of it; each kind has its own way
 */
public record Value(Kind kind, String word) {

    /** How a word becomes a value of a text. */
    enum Kind implements Coded {
        /** As it is. */
        PLAIN,
        NUMBER,
        /** Minor units and the code of the currency, {@code 1250 usd}. */
        AMOUNT,
        /** A time, in ISO 8601. */
        TIME,
        /** The key of a text. */
        TEXT,
        /** A message with values of its own, as JSON. */
        MESSAGE,
        /** Why a payment failed: the code, a blank, and the gateway's own words. */
        FAILURE,
        REFUND_FAILURE,
        DISPUTE_REASON
    }

    /**
     * What something of the program is as a value.
     *
     * @throws IllegalArgumentException for what nobody could read, such as an enum
     */
    static Value of(Object value) {
        if (value instanceof Value known) {
            return known;
        }
        if (value instanceof String word) {
            return new Value(Kind.PLAIN, word);
        }
        if (value instanceof Integer || value instanceof Long) {
            return new Value(Kind.NUMBER, value.toString());
        }
        if (value instanceof Money money) {
            return of(money.amount());
        }
        if (value instanceof Amount amount) {
            return new Value(Kind.AMOUNT, amount.minor() + " " + amount.currency());
        }
        if (value instanceof Instant time) {
            return new Value(Kind.TIME, time.toString());
        }
        if (value instanceof Message message) {
            return new Value(Kind.MESSAGE, message.toJson());
        }
        throw new IllegalArgumentException("no value of a message: " + value.getClass());
    }

    /** A text of the bundle without values. */
    public static Value text(String key) {
        return new Value(Kind.TEXT, key);
    }

    /**
     * Why a payment failed.
     *
     * @param code the decline code, else the error code
     * @param words the gateway's own, for a code that is not known
     */
    public static Value failure(@Nullable String code, String words) {
        return new Value(Kind.FAILURE, orEmpty(code) + " " + words);
    }

    /**
     * Why the gateway, or our own check of it, refused what was asked.
     *
     * @param words the gateway's own; a reason of ours has a text
     */
    public static Value refusal(@Nullable String code, String words) {
        String key = "refusal." + code;
        return Messages.english().has(key) ? text(key) : new Value(Kind.PLAIN, words);
    }

    /** Why a refund did not arrive. */
    public static Value refundFailure(@Nullable String code) {
        return new Value(Kind.REFUND_FAILURE, orEmpty(code));
    }

    /** Why a payment is disputed. */
    public static Value disputeReason(@Nullable String code) {
        return new Value(Kind.DISPUTE_REASON, orEmpty(code));
    }

    private static String orEmpty(@Nullable String code) {
        return code == null ? "" : code;
    }

    /** As the pattern of a text takes it. */
    Object in(Messages messages) {
        return switch (kind) {
            case PLAIN -> word;
            case NUMBER -> Long.valueOf(word);
            case AMOUNT -> new Amount(Long.parseLong(head()), tail()).format(messages.locale());
            case TIME ->
                DateTimeFormatter.ofPattern(messages.get("time.long"), messages.locale())
                        .withZone(messages.zone())
                        .format(Instant.parse(word));
            case TEXT -> messages.get(word);
            case MESSAGE -> Message.fromJson(word).in(messages);
            case FAILURE -> messages.reason(head(), tail());
            case REFUND_FAILURE -> messages.refundFailure(word);
            case DISPUTE_REASON -> messages.disputeReason(word);
        };
    }

    private String head() {
        return word.substring(0, word.indexOf(' '));
    }

    private String tail() {
        return word.substring(word.indexOf(' ') + 1);
    }
}
