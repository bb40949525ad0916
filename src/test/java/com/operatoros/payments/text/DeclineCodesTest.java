package com.operatoros.payments.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.operatoros.payments.gateway.Failure;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule T2. The codes are those of https://docs.stripe.com/declines/codes, of failed debits and of last_payment_error. */
class DeclineCodesTest {

    /** What these mean, or may mean, is nothing that whoever holds the card may read. */
    private static final String SENSITIVE = """
            account_frozen authorization_revoked bank_account_frozen bank_account_unusable call_issuer
            card_declined compliance_violation debit_disputed do_not_honor do_not_try_again fraudulent
            generic_decline highest_risk_level india_recurring_payment_mandate_canceled invalid_authorization
            lost_card merchant_blacklist no_action_taken not_permitted partner_generic_decline partner_high_risk
            partner_high_risk_customer payment_disputed payment_method_bank_account_blocked
            payment_method_provider_decline payment_method_restricted pickup_card pin_try_exceeded
            previously_declined_do_not_retry recipient_deceased restricted_card revocation_of_all_authorizations
            revocation_of_authorization security_violation service_not_allowed stolen_card stop_payment_order
            transaction_not_allowed
            """;

    private static final String PLAIN = """
            account_closed amount_too_large amount_too_small approve_with_id authentication_failure
            authentication_not_handled authentication_required bank_account_closed bank_account_declined
            bank_account_invalid_details bank_account_restricted bank_account_unverified
            bank_account_verification_failed bank_ownership_changed billing_invalid_mandate
            branch_does_not_exist card_decline_rate_limit_exceeded card_not_supported card_velocity_exceeded
            charge_exceeds_source_limit charge_exceeds_transaction_limit could_not_process
            currency_not_supported debit_authorization_not_match debit_not_authorized
            debit_notification_undelivered duplicate_transaction expired_card expired_payment_information
            expired_payment_method generic_could_not_process incorrect_account_holder_name incorrect_address
            incorrect_cvc incorrect_number incorrect_pin incorrect_zip insufficient_funds invalid_account
            invalid_account_number invalid_amount invalid_billing_agreement invalid_business_account
            invalid_card_type invalid_charge_amount invalid_currency invalid_customer_account invalid_cvc
            invalid_expiry_month invalid_expiry_year invalid_number invalid_payment_information invalid_pin
            issuer_not_available link_connection_closed live_mode_test_card
            mobile_device_authentication_required new_account_information_available no_account
            offline_pin_required online_or_offline_pin_required partner_payment_not_found
            payment_intent_action_required payment_intent_authentication_failure
            payment_intent_incompatible_payment_method payment_intent_konbini_rejected_confirmation_number
            payment_intent_mandate_invalid payment_intent_payment_attempt_expired
            payment_intent_payment_attempt_failed payment_limit_exceeded
            payment_method_billing_details_address_missing payment_method_currency_mismatch
            payment_method_customer_decline payment_method_microdeposit_failed
            payment_method_microdeposit_processing_error
            payment_method_microdeposit_verification_amounts_invalid
            payment_method_microdeposit_verification_amounts_mismatch
            payment_method_microdeposit_verification_attempts_exceeded
            payment_method_microdeposit_verification_descriptor_code_mismatch
            payment_method_microdeposit_verification_timeout payment_method_not_available
            payment_method_provider_timeout payment_method_unactivated payment_method_unexpected_state
            payment_method_unsupported_type postal_code_invalid processing_error recurring_not_supported_by_bank
            reenter_transaction refer_to_customer sepa_unsupported_account test_mode_live_card
            testmode_charges_only testmode_decline tokenized_account_number_deactivated transaction_not_approved
            try_again_later withdrawal_count_limit_exceeded
            """;

    private static final Pattern SUSPICION = Pattern.compile(
            "lost|stolen|theft|fraud|risk|suspic|suspect|pick.?up|blacklist|block|revo[kc]|violat|withdrawn|disput"
                    + "|frozen|restrict|deceased|died|refused|stripe");

    private final Messages texts = Messages.english();

    @ParameterizedTest
    @MethodSource("all")
    void every_decline_code_has_a_reason_a_next_step_and_a_text_for_the_client(String code) {
        Failure failure = new Failure(code, "Message of Stripe.");

        assertSentence(code, texts.reason(failure.code(), failure.message()));
        assertSentence(code, texts.advice(failure.code()));
        assertSentence(code, texts.forClient(failure.code()));
        assertNotEquals("Message of Stripe.", texts.reason(failure.code(), failure.message()));
        assertNotEquals(texts.reason(failure.code(), failure.message()), texts.advice(failure.code()));
    }

    @ParameterizedTest
    @MethodSource("all")
    void no_text_for_the_client_tells_a_suspicion(String code) {
        String text = texts.forClient(code);

        assertFalse(SUSPICION.matcher(text.toLowerCase(Locale.ROOT)).find(), text);
    }

    @ParameterizedTest
    @MethodSource("sensitive")
    void a_client_can_not_tell_a_sensitive_decline_from_one_without_a_reason(String code) {
        String withoutReason = texts.forClient("generic_decline");

        assertEquals(withoutReason, texts.forClient(code));
    }

    @Test
    void an_unknown_code_is_told_to_the_admin_in_stripes_words_and_to_the_client_without_them() {
        Failure failure = new Failure("from_next_year", "Suspected fraud.");

        assertEquals("Suspected fraud.", texts.reason(failure.code(), failure.message()));
        assertEquals(texts.get("decline.unknown.advice"), texts.advice(failure.code()));
        assertEquals(texts.get("decline.unknown.client"), texts.forClient(failure.code()));
    }

    @Test
    void a_failure_without_code_and_words_still_has_its_texts() {
        Failure failure = new Failure(null, "");

        assertEquals(texts.get("decline.unknown"), texts.reason(failure.code(), failure.message()));
        assertEquals(texts.get("decline.unknown.advice"), texts.advice(failure.code()));
        assertEquals(texts.get("decline.unknown.client"), texts.forClient(failure.code()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lost_card.advice", "lost_card.client", "unknown.advice", "", " ", "{0}"})
    void what_is_no_code_never_finds_another_text(String code) {
        Failure failure = new Failure(code, "Message of Stripe.");

        assertEquals("Message of Stripe.", texts.reason(failure.code(), failure.message()));
        assertEquals(texts.get("decline.unknown.client"), texts.forClient(failure.code()));
    }

    @Test
    void the_bundle_has_the_three_texts_of_each_code_and_of_no_other() {
        Set<String> wanted = Stream.concat(all(), Stream.of("unknown"))
                .flatMap(code -> Stream.of("", ".advice", ".client").map(part -> "decline." + code + part))
                .collect(Collectors.toCollection(TreeSet::new));

        Set<String> found = ResourceBundle.getBundle(Messages.BUNDLE, Locale.ROOT).keySet().stream()
                .filter(key -> key.startsWith("decline."))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(Set.of(), without(wanted, found), "missing");
        assertEquals(Set.of(), without(found, wanted), "left over");
    }

    private static Set<String> without(Set<String> keys, Set<String> others) {
        return keys.stream().filter(key -> !others.contains(key)).collect(Collectors.toCollection(TreeSet::new));
    }

    static Stream<String> all() {
        return Stream.of(SENSITIVE, PLAIN).flatMap(DeclineCodesTest::words);
    }

    static Stream<String> sensitive() {
        return words(SENSITIVE);
    }

    private static Stream<String> words(String codes) {
        return Arrays.stream(codes.strip().split("\\s+", -1));
    }

    private static void assertSentence(String code, String text) {
        assertNotEquals(code, text);
        assertTrue(text.matches("[A-Z][^_{}]+[.]"), code + ": " + text);
    }
}
