package com.operatoros.payments.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With which settings the start is refused (rules U2 and U4). */
class SettingsPolicyTest {

    private final Map<String, String> settings = new HashMap<>(Map.of("ADMIN_PASSWORD", "a long one of my own"));

    @Test
    void a_password_of_ones_own_is_enough_to_start() {
        assertEquals(List.of(), problems());
    }

    @Test
    void without_a_password_the_start_is_refused() {
        settings.remove("ADMIN_PASSWORD");

        assertTrue(onlyProblem().contains("ADMIN_PASSWORD"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "admin123", "sandbox", "password"})
    void a_password_that_everybody_knows_is_refused_outside_the_sandbox(String password) {
        settings.put("ADMIN_PASSWORD", password);

        assertTrue(onlyProblem().contains("ADMIN_PASSWORD"));
        settings.put("PAYMENTS_ENVIRONMENT", "sandbox");
        assertEquals(List.of(), problems());
    }

    @ParameterizedTest
    @CsvSource({
        "test, sk_live_x",
        "sandbox, rk_live_x",
        "production, sk_test_x",
        "test, pk_test_x",
        "test, whsec_x",
        "test, x"
    })
    void a_key_of_the_wrong_kind_or_mode_is_refused_without_repeating_it(String environment, String key) {
        settings.put("PAYMENTS_ENVIRONMENT", environment);
        settings.put("STRIPE_SECRET_KEY", key);

        assertTrue(onlyProblem().startsWith("STRIPE_SECRET_KEY"));
        assertEquals(false, onlyProblem().contains(key + " "));
    }

    @ParameterizedTest
    @CsvSource({"test, sk_test_x", "sandbox, rk_test_x", "production, sk_live_x"})
    void a_key_of_the_right_mode_is_accepted(String environment, String key) {
        settings.put("PAYMENTS_ENVIRONMENT", environment);
        settings.put("STRIPE_SECRET_KEY", key);

        assertEquals(List.of(), problems());
    }

    @Test
    void a_live_key_goes_to_stripe_only() {
        settings.put("PAYMENTS_ENVIRONMENT", "production");
        settings.put("STRIPE_SECRET_KEY", "sk_live_x");
        settings.put("STRIPE_API_BASE", "http://127.0.0.1:12111");

        assertTrue(onlyProblem().startsWith("STRIPE_API_BASE"));
    }

    @Test
    void a_publishable_key_must_be_of_the_same_mode() {
        settings.put("STRIPE_SECRET_KEY", "sk_test_x");
        settings.put("STRIPE_PUBLISHABLE_KEY", "pk_live_x");

        assertTrue(onlyProblem().contains("different modes"));
    }

    @ParameterizedTest
    @CsvSource({
        "PAYMENTS_ENVIRONMENT, staging",
        "BUSINESS_TIMEZONE, Mars/Olympus",
        "DEFAULT_CURRENCY, dollars",
        "PUBLIC_URL, example.com",
        "STRIPE_API_BASE, ftp://x",
        "OPERATOROS_URL, javascript:alert(1)"
    })
    void a_value_that_makes_no_sense_is_refused_by_name(String name, String value) {
        settings.put(name, value);

        assertTrue(onlyProblem().startsWith(name));
    }

    @Test
    void a_receiver_of_notifications_needs_a_secret() {
        settings.put("OPERATOROS_NOTIFY_URL", "https://operatoros.example/notifications");

        assertTrue(onlyProblem().startsWith("OPERATOROS_NOTIFY_SECRET"));
        settings.put("OPERATOROS_NOTIFY_SECRET", "a long one");
        assertEquals(List.of(), problems());
    }

    @Test
    void a_receiver_of_notifications_is_a_web_address() {
        settings.put("OPERATOROS_NOTIFY_URL", "operatoros.example");
        settings.put("OPERATOROS_NOTIFY_SECRET", "a long one");

        assertTrue(onlyProblem().startsWith("OPERATOROS_NOTIFY_URL"));
    }

    private List<String> problems() {
        return SettingsPolicy.findProblems(name -> Optional.ofNullable(settings.get(name)));
    }

    private String onlyProblem() {
        List<String> problems = problems();
        assertEquals(1, problems.size(), () -> problems.toString());
        return problems.get(0);
    }
}
