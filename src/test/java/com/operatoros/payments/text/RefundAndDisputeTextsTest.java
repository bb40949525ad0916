package com.operatoros.payments.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The reasons of refunds and disputes have their texts (rules T1 and T2). */
class RefundAndDisputeTextsTest {

    private final Messages texts = Messages.english();

    @ParameterizedTest
    @EnumSource
    void every_code_has_its_sentence(Family family) {
        for (String code : family.codes()) {
            String text = family.text(texts, code);

            assertTrue(text.matches("[A-Z][^_{}]+[.]"), code + ": " + text);
            assertNotEquals(family.text(texts, null), text, code);
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_unknown_code_and_none_have_a_sentence_too(Family family) {
        String fallback = texts.get(family.key + "unknown");

        assertTrue(fallback.endsWith("."), fallback);
        assertEquals(fallback, family.text(texts, null));
        assertEquals(fallback, family.text(texts, "unknown"));
        assertEquals(fallback, family.text(texts, "from_next_year"));
        assertEquals(fallback, family.text(texts, "a.b"));
    }

    @ParameterizedTest
    @EnumSource
    void the_bundle_has_a_text_for_no_other_code(Family family) {
        Set<String> known = family.codes();
        known.add("unknown");

        Set<String> inBundle = ResourceBundle.getBundle(Messages.BUNDLE, Locale.ROOT).keySet().stream()
                .filter(key -> key.startsWith(family.key))
                .map(key -> key.substring(family.key.length()))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(known, inBundle);
    }

    @Test
    void the_same_code_reads_differently_as_a_refund_and_as_a_dispute() {
        String code = "insufficient_funds";

        assertNotEquals(texts.refundFailure(code), texts.disputeReason(code));
    }

    /** What Stripe may say, without the code "unknown" that a refund may carry. */
    enum Family {
        REFUND_FAILURE("refund_failure.", """
                charge_for_pending_refund_disputed declined expired_or_canceled_card insufficient_funds
                lost_or_stolen_card merchant_request
                """),
        DISPUTE_REASON("dispute.reason.", """
                bank_cannot_process check_returned credit_not_processed customer_initiated debit_not_authorized
                duplicate fraudulent general incorrect_account_details insufficient_funds noncompliant
                product_not_received product_unacceptable subscription_canceled unrecognized
                """),
        DISPUTE_STATUS("dispute.status.", """
                lost needs_response prevented under_review warning_closed warning_needs_response
                warning_under_review won
                """);

        private final String key;
        private final String codes;

        Family(String key, String codes) {
            this.key = key;
            this.codes = codes;
        }

        Set<String> codes() {
            return new TreeSet<>(Arrays.asList(codes.strip().split("\\s+", -1)));
        }

        String text(Messages texts, @Nullable String code) {
            return switch (this) {
                case REFUND_FAILURE -> texts.refundFailure(code);
                case DISPUTE_REASON -> texts.disputeReason(code);
                case DISPUTE_STATUS -> texts.disputeStatus(code);
            };
        }
    }
}
