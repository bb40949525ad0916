package com.operatoros.payments.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With which settings the sandbox starts (rules SL1 and SL3). */
class SandboxSettingsTest {

    @Test
    void nothing_needs_to_be_set() {
        SandboxSettings settings = settings(Map.of());

        assertEquals(URI.create("http://127.0.0.1:9080"), settings.application());
        assertEquals("http://localhost:9080", settings.publicUrl());
        assertEquals("whsec_sandbox", settings.webhookSecret());
        assertTrue(settings.usesOwnDatabase());
        assertFalse(settings.usesRealStripe());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "abc", "80 80", "999999"})
    void a_port_that_is_none_is_refused_by_name(String port) {
        SandboxProblem problem = assertThrows(SandboxProblem.class, () -> settings(Map.of("SANDBOX_SMTP_PORT", port)));

        assertTrue(String.valueOf(problem.getMessage()).startsWith("SANDBOX_SMTP_PORT=" + port));
    }

    @Test
    void one_port_for_two_servers_is_refused() {
        SandboxProblem problem = assertThrows(SandboxProblem.class, () -> settings(Map.of("HTTPS_PORT", "9080")));

        assertEquals("Port 9080 is given to both HTTP_PORT and HTTPS_PORT.", problem.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "STRIPE_SECRET_KEY, sk_live_1",
        "STRIPE_SECRET_KEY, rk_live_1",
        "STRIPE_PUBLISHABLE_KEY, pk_live_1",
        "STRIPE_SECRET_KEY, secret"
    })
    void only_test_keys_are_taken_and_none_is_repeated(String name, String key) {
        SandboxProblem problem = assertThrows(SandboxProblem.class, () -> settings(Map.of(name, key)));

        String message = String.valueOf(problem.getMessage());
        assertTrue(message.startsWith(name));
        assertFalse(message.contains(key + " "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pay", "/pay", "/pay/"})
    void the_context_root_belongs_to_every_address(String root) {
        SandboxSettings settings = settings(Map.of("CONTEXT_ROOT", root, "HTTP_HOST", "*"));

        assertEquals(URI.create("http://127.0.0.1:9080/pay"), settings.application());
        assertEquals("http://localhost:9080/pay", settings.publicUrl());
    }

    @Test
    void of_several_webhook_secrets_the_first_one_signs() {
        SandboxSettings settings = settings(Map.of("STRIPE_WEBHOOK_SECRET", "whsec_new, whsec_old"));

        assertEquals("whsec_new", settings.webhookSecret());
    }

    @Test
    void the_server_learns_nothing_of_another_database() {
        SandboxSettings settings =
                settings(Map.of("DATABASE_URL", "postgresql://elsewhere/x", "PGMIGRATION_USER", "o"));

        Map<String, String> environment =
                ServerEnvironment.of(settings, Map.of(), Map.of("PGHOST", "127.0.0.1"), URI.create("http://stripe"));

        assertEquals("127.0.0.1", environment.get("PGHOST"));
        assertFalse(environment.containsKey("DATABASE_URL"));
        assertFalse(environment.containsKey("PGMIGRATION_USER"));
    }

    @Test
    void the_server_gets_the_keys_of_the_real_stripe_untouched() {
        SandboxSettings settings = settings(Map.of("STRIPE_SECRET_KEY", "sk_test_mine"));

        Map<String, String> environment = ServerEnvironment.of(settings, Map.of(), Map.of(), null);

        assertEquals("sk_test_mine", environment.get("STRIPE_SECRET_KEY"));
        assertFalse(environment.containsKey("STRIPE_API_BASE"));
        assertEquals("sandbox", environment.get("PAYMENTS_ENVIRONMENT"));
    }

    private static SandboxSettings settings(Map<String, String> environment) {
        return SandboxSettings.of(environment, Path.of(".sandbox"), Path.of("wlp"));
    }
}
