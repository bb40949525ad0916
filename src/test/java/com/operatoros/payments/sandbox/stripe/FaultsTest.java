package com.operatoros.payments.sandbox.stripe;

import static com.operatoros.payments.sandbox.stripe.SandboxClient.LINKS;
import static com.operatoros.payments.sandbox.stripe.SandboxClient.aLinkOf;
import static com.operatoros.payments.sandbox.stripe.SandboxClient.isReplayed;
import static com.operatoros.payments.sandbox.stripe.SandboxClient.json;
import static com.operatoros.payments.sandbox.stripe.SandboxClient.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules SA5, SF1 to SF6 and SK5 of the sandbox. */
class FaultsTest {

    private static final String FAULTS = "/_sandbox/faults";
    private static final Duration SHORT = Duration.ofMillis(300);

    private StripeSandbox sandbox;
    private SandboxClient client;

    @BeforeEach
    void start() throws IOException {
        sandbox = StripeSandbox.start(new StripeSandbox.Settings(0, "whsec_test", null, null));
        client = new SandboxClient(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void a_500_before_the_effect_is_stored_under_its_key_and_nothing_is_made() throws Exception {
        arm("500", false);

        HttpResponse<String> failed = client.createLink(aLinkOf(1000), "key-1");
        HttpResponse<String> replayed = client.createLink(aLinkOf(1000), "key-1");

        assertEquals(500, failed.statusCode());
        assertEquals("api_error", error(failed).get("type").getAsString());
        assertFalse(isReplayed(failed));
        assertEquals(500, replayed.statusCode());
        assertTrue(isReplayed(replayed));
        assertEquals(failed.body(), replayed.body());
        assertEquals(0, client.countLinks());
    }

    @Test
    void a_500_after_the_effect_is_stored_under_its_key_although_the_object_exists() throws Exception {
        arm("500", true);

        HttpResponse<String> failed = client.createLink(aLinkOf(1000), "key-1");
        HttpResponse<String> replayed = client.createLink(aLinkOf(1000), "key-1");

        assertEquals(500, failed.statusCode());
        assertEquals(500, replayed.statusCode());
        assertTrue(isReplayed(replayed));
        assertEquals(1, client.countLinks());
    }

    @Test
    void another_key_works_after_a_500() throws Exception {
        arm("500", false);
        client.createLink(aLinkOf(1000), "key-1");

        HttpResponse<String> other = client.createLink(aLinkOf(1000), "key-2");

        assertEquals(200, other.statusCode());
    }

    @Test
    void a_500_does_not_replace_the_answer_a_key_already_has() throws Exception {
        HttpResponse<String> first = client.createLink(aLinkOf(1000), "key-1");
        arm("500", false);

        HttpResponse<String> failed = client.createLink(aLinkOf(1000), "key-1");
        HttpResponse<String> replayed = client.createLink(aLinkOf(1000), "key-1");

        assertEquals(500, failed.statusCode());
        assertEquals(first.body(), replayed.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"400", "429"})
    void a_refusal_before_the_effect_is_not_stored(String kind) throws Exception {
        arm(kind, false);

        HttpResponse<String> refused = client.createLink(aLinkOf(1000), "key-1");
        HttpResponse<String> retried = client.createLink(aLinkOf(1000), "key-1");

        assertEquals(Integer.parseInt(kind), refused.statusCode());
        assertEquals("invalid_request_error", error(refused).get("type").getAsString());
        assertEquals(200, retried.statusCode());
        assertFalse(isReplayed(retried));
        assertEquals(1, client.countLinks());
    }

    @ParameterizedTest
    @ValueSource(strings = {"400", "429"})
    void after_a_refusal_that_hid_the_effect_a_replay_gets_the_normal_answer(String kind) throws Exception {
        arm(kind, true);

        HttpResponse<String> refused = client.createLink(aLinkOf(1000), "key-1");
        HttpResponse<String> replayed = client.createLink(aLinkOf(1000), "key-1");

        assertEquals(Integer.parseInt(kind), refused.statusCode());
        assertEquals(200, replayed.statusCode());
        assertTrue(isReplayed(replayed));
        assertEquals(1, client.countLinks());
    }

    @Test
    void a_400_says_that_it_is_not_to_be_retried() throws Exception {
        arm("400", false);

        HttpResponse<String> refused = client.createLink(aLinkOf(1000), null);

        assertEquals(
                "false", refused.headers().firstValue("Stripe-Should-Retry").orElse(""));
        assertTrue(error(refused).has("code"));
        assertTrue(error(refused).has("message"));
    }

    @Test
    void a_429_has_the_code_of_the_rate_limit() throws Exception {
        arm("429", false);

        HttpResponse<String> limited = client.createLink(aLinkOf(1000), null);

        assertEquals("rate_limit", error(limited).get("code").getAsString());
    }

    @ParameterizedTest
    @CsvSource({"false, 0", "true, 1"})
    void a_timeout_answers_nothing_and_holds_up_no_other_call(boolean afterEffect, int made) throws Exception {
        arm("timeout", afterEffect);

        assertThrows(HttpTimeoutException.class, () -> client.createLinkWithin(SHORT, "key-1"));

        assertEquals(made, client.countLinks());
        HttpResponse<String> retried = client.createLink(aLinkOf(1000), "key-1");
        assertEquals(200, retried.statusCode());
        assertEquals(afterEffect, isReplayed(retried));
        assertEquals(1, client.countLinks());
    }

    @ParameterizedTest
    @CsvSource({"false, 0", "true, 1"})
    void a_reset_closes_the_connection_at_once(boolean afterEffect, int made) throws Exception {
        arm("reset", afterEffect);

        IOException lost = assertThrows(IOException.class, () -> client.createLink(aLinkOf(1000), "key-1"));

        assertFalse(lost instanceof HttpTimeoutException);
        assertEquals(made, client.countLinks());
        HttpResponse<String> retried = client.createLink(aLinkOf(1000), "key-1");
        assertEquals(afterEffect, isReplayed(retried));
        assertEquals(1, client.countLinks());
    }

    @Test
    void clearing_lets_go_of_a_held_call_without_an_answer() throws Exception {
        CompletableFuture<HttpResponse<String>> held = startHeldCall();

        client.control("DELETE", FAULTS, "");

        assertIsCut(held);
    }

    @Test
    void the_sandbox_stops_at_once_although_a_call_is_held() throws Exception {
        CompletableFuture<HttpResponse<String>> held = startHeldCall();

        assertTimeoutPreemptively(Duration.ofSeconds(3), sandbox::close);

        assertIsCut(held);
    }

    @Test
    void a_fault_takes_as_many_calls_as_it_says() throws Exception {
        client.use(FAULTS, "{\"path\":\"" + LINKS + "\",\"kind\":\"429\",\"times\":2}");

        assertEquals(429, client.get(LINKS).statusCode());
        assertEquals(1, armed().get(0).getAsJsonObject().get("times").getAsInt());
        assertEquals(429, client.get(LINKS).statusCode());
        assertEquals(200, client.get(LINKS).statusCode());
    }

    @Test
    void a_fault_takes_only_calls_of_its_method_and_path() throws Exception {
        client.use(FAULTS, "{\"method\":\"post\",\"path\":\"/payment_links\",\"kind\":\"429\"}");

        assertEquals(200, client.get(LINKS).statusCode());
        assertEquals(200, client.get("/v1/balance").statusCode());
        assertEquals(429, client.createLink(aLinkOf(1000), null).statusCode());
    }

    @Test
    void a_fault_before_the_effect_comes_before_the_parameters_are_checked() throws Exception {
        arm("429", false);

        HttpResponse<String> limited = client.createLink("unknown=1", null);

        assertEquals(429, limited.statusCode());
    }

    @Test
    void what_is_armed_is_shown_until_it_is_cleared() throws Exception {
        client.use(FAULTS, "{\"path\":\"/v1/refunds\",\"kind\":\"reset\",\"after_effect\":true,\"times\":1000}");

        JsonObject shown = armed().get(0).getAsJsonObject();
        assertTrue(shown.get("method").isJsonNull());
        assertEquals("/v1/refunds", shown.get("path").getAsString());
        assertEquals("reset", shown.get("kind").getAsString());
        assertTrue(shown.get("after_effect").getAsBoolean());
        assertEquals(1000, shown.get("times").getAsInt());

        assertEquals(200, client.control("DELETE", FAULTS, "").statusCode());
        assertTrue(armed().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"kind\":\"500\"}",
                "{\"path\":\" \",\"kind\":\"500\"}",
                "{\"path\":\"/v1/refunds\"}",
                "{\"path\":\"/v1/refunds\",\"kind\":\"503\"}",
                "{\"path\":\"/v1/refunds\",\"kind\":\"500\",\"times\":0}",
                "{\"path\":\"/v1/refunds\",\"kind\":\"500\",\"times\":1001}",
                "{\"path\":\"/v1/refunds\",\"kind\":\"500\",\"times\":1.5}",
                "{\"path\":\"/v1/refunds\",\"kind\":\"500\",\"times\":\"two\"}",
                "{\"path\":\"/v1/refunds\",\"kind\":\"500\",\"after_effect\":\"yes\"}",
                "{\"path\":\"/v1/refunds\",\"kind\":\"500\",\"method\":\"FETCH\"}",
                "{\"path\":\"/v1/refunds\",\"kind\":\"500\",\"count\":2}"
            })
    void bad_input_is_refused_with_a_message_and_arms_nothing(String body) throws Exception {
        HttpResponse<String> refused = client.control("POST", FAULTS, body);

        assertEquals(400, refused.statusCode());
        assertFalse(text(refused, "error").isBlank());
        assertTrue(armed().isEmpty());
    }

    @Test
    void faults_do_not_survive_a_restart(@TempDir Path folder) throws Exception {
        StripeSandbox.Settings settings = new StripeSandbox.Settings(0, "whsec_test", null, folder);
        try (StripeSandbox before = StripeSandbox.start(settings)) {
            new SandboxClient(before).use(FAULTS, "{\"path\":\"/v1/balance\",\"kind\":\"500\"}");
        }

        try (StripeSandbox after = StripeSandbox.start(settings)) {
            assertEquals(200, new SandboxClient(after).get("/v1/balance").statusCode());
        }
    }

    private void arm(String kind, boolean afterEffect) throws Exception {
        client.use(
                FAULTS,
                "{\"method\":\"POST\",\"path\":\"" + LINKS + "\",\"kind\":\"" + kind + "\",\"after_effect\":"
                        + afterEffect + "}");
    }

    private JsonArray armed() throws Exception {
        return client.list(FAULTS);
    }

    private CompletableFuture<HttpResponse<String>> startHeldCall() throws Exception {
        arm("timeout", false);
        CompletableFuture<HttpResponse<String>> held = client.startCreatingLink("key-1");
        Instant deadline = Instant.now().plusSeconds(5);
        while (!armed().isEmpty()) {
            assertTrue(Instant.now().isBefore(deadline), "the fault was not taken within 5 seconds");
        }
        return held;
    }

    private static void assertIsCut(CompletableFuture<HttpResponse<String>> held) {
        ExecutionException lost = assertThrows(ExecutionException.class, () -> held.get(5, TimeUnit.SECONDS));
        assertInstanceOf(IOException.class, lost.getCause());
        assertFalse(lost.getCause() instanceof HttpTimeoutException);
    }

    private static JsonObject error(HttpResponse<String> response) {
        return json(response).getAsJsonObject("error");
    }
}
