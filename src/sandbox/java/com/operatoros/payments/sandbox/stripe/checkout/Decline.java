package com.operatoros.payments.sandbox.stripe.checkout;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.api.StripeError;
import com.operatoros.payments.sandbox.stripe.store.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Why a card is declined: Stripe's test cards, and all cards that are no test cards. */
public enum Decline {
    GENERIC("4000000000000002 4000000000000341 4000008400001629", "generic_decline", "05"),
    INSUFFICIENT_FUNDS("4000000000009995 4000008260003178", "insufficient_funds", "51"),
    LOST_CARD("4000000000009987", "lost_card", "41"),
    STOLEN_CARD("4000000000009979", "stolen_card", "43"),
    VELOCITY("4000000000006975", "card_velocity_exceeded", "65"),
    EXPIRED_CARD("4000000000000069", null, "54"),
    INCORRECT_CVC("4000000000000127", null, "N7"),
    PROCESSING_ERROR("4000000000000119", null, "96"),
    NOT_A_TEST_CARD("", "test_mode_live_card", null);

    private static final Set<String> PAYING = Set.of(
            "4242424242424242",
            "4000056655665556",
            "5555555555554444",
            "2223003122003222",
            "5200828282828210",
            "5105105105105100",
            "378282246310005",
            "371449635398431",
            "6011111111111117",
            "6011000990139424",
            "3056930009020004",
            "36227206271667",
            "3566002020360505",
            "6200000000000005",
            "4000000000000077",
            "4000000000000259",
            "4000000000002685",
            "4000000000001976",
            "4000000000005423",
            "4000000000007726",
            "4000000000005126",
            "4000002500003155",
            "4000002760003184");

    private final String numbers;
    private final @Nullable String declineCode;
    private final @Nullable String networkCode;

    Decline(String numbers, @Nullable String declineCode, @Nullable String networkCode) {
        this.numbers = numbers;
        this.declineCode = declineCode;
        this.networkCode = networkCode;
    }

    static Optional<Decline> of(String number) {
        if (PAYING.contains(number)) {
            return Optional.empty();
        }
        return Arrays.stream(values())
                .filter(decline -> List.of(decline.numbers.split(" ", -1)).contains(number))
                .findFirst()
                .or(() -> Optional.of(NOT_A_TEST_CARD));
    }

    /** Stripe's error code. */
    public String code() {
        return switch (this) {
            case EXPIRED_CARD -> "expired_card";
            case INCORRECT_CVC -> "incorrect_cvc";
            case PROCESSING_ERROR -> "processing_error";
            default -> "card_declined";
        };
    }

    /** The bank's reason; empty where Stripe's error code already says it. */
    public Optional<String> declineCode() {
        return Optional.ofNullable(declineCode);
    }

    /** What the payer is told; that a card is lost or stolen is not. */
    public String message() {
        return switch (this) {
            case INSUFFICIENT_FUNDS -> "Your card has insufficient funds.";
            case EXPIRED_CARD -> "Your card has expired.";
            case INCORRECT_CVC -> "Your card's security code is incorrect.";
            case PROCESSING_ERROR -> "An error occurred while processing your card. Try again in a little bit.";
            case VELOCITY ->
                "Your card was declined for making repeated attempts too frequently or exceeding its amount limit.";
            case NOT_A_TEST_CARD ->
                "Your card was declined. Your request was in test mode, but used a non test card."
                        + " For a list of valid test cards, visit: https://stripe.com/docs/testing.";
            case GENERIC, LOST_CARD, STOLEN_CARD -> "Your card was declined.";
        };
    }

    private Optional<String> advice() {
        return switch (this) {
            case LOST_CARD, STOLEN_CARD -> Optional.of("do_not_try_again");
            case EXPIRED_CARD, INCORRECT_CVC -> Optional.of("confirm_card_data");
            case NOT_A_TEST_CARD -> Optional.empty();
            default -> Optional.of("try_again_later");
        };
    }

    /** The error as the payment intent keeps it. */
    JsonObject toError() {
        JsonObject error = new JsonObject();
        advice().ifPresent(advice -> error.addProperty("advice_code", advice));
        error.addProperty("code", code());
        declineCode().ifPresent(reason -> error.addProperty("decline_code", reason));
        error.addProperty("doc_url", StripeError.docUrl(code()));
        error.addProperty("message", message());
        if (networkCode != null) {
            error.addProperty("network_decline_code", networkCode);
        }
        error.addProperty("type", "card_error");
        return error;
    }

    /** The outcome as the charge keeps it. */
    JsonObject toOutcome() {
        JsonObject outcome = Shape.part("charge.outcome");
        advice().ifPresent(advice -> outcome.addProperty("advice_code", advice));
        outcome.addProperty("network_decline_code", networkCode);
        outcome.addProperty("network_status", "declined_by_network");
        outcome.addProperty("reason", declineCode().orElse(code()));
        outcome.addProperty(
                "seller_message",
                "The bank returned the decline code `" + declineCode().orElse(code()) + "`.");
        outcome.addProperty("type", "issuer_declined");
        return outcome;
    }
}
