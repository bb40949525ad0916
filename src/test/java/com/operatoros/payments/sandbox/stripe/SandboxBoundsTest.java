package com.operatoros.payments.sandbox.stripe;

import static com.operatoros.payments.sandbox.stripe.SandboxClient.LINKS;
import static com.operatoros.payments.sandbox.stripe.SandboxClient.aLinkOf;
import static com.operatoros.payments.sandbox.stripe.SandboxClient.json;
import static com.operatoros.payments.sandbox.stripe.SandboxClient.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.stripe.model.Invoice;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.BindException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whom the sandbox serves and what it refuses: rules SA1, SA2, SA4, SH1, SH3, SI7, SK6, SR1 to SR4, SS1, SS2, SS3 and SS5 of
 * the sandbox.
 */
class SandboxBoundsTest {

    private static final String VERSION = "2026-07-29.dahlia";
    private static final int MEGABYTE = 1 << 20;

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
    void a_used_port_is_told_and_every_port_is_one_of_this_machine_only() {
        StripeSandbox.Settings taken = new StripeSandbox.Settings(sandbox.port(), "whsec_test", null, null);

        assertThrows(BindException.class, () -> StripeSandbox.start(taken));
        assertEquals("127.0.0.1", sandbox.base().getHost());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer sk_test_1", "bearer rk_test_1", "Basic sk_test_1:"})
    void any_test_key_is_good(String authorization) throws Exception {
        assertEquals(200, linksFor(authorization).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer sk_live_1", "Bearer pk_test_1", "Bearer", "Basic sk_live_1:", "Digest sk_test_1"})
    void every_other_key_is_refused_as_stripe_does(String authorization) throws Exception {
        HttpResponse<String> refused = linksFor(authorization);

        assertEquals(401, refused.statusCode());
        assertEquals("invalid_request_error", error(refused, "type"));
    }

    private HttpResponse<String> linksFor(String authorization) throws Exception {
        String[] parts = authorization.split(" ", 2);
        String sent = parts[0].equals("Basic")
                ? "Basic " + Base64.getEncoder().encodeToString(parts[1].getBytes(StandardCharsets.UTF_8))
                : authorization;
        HttpRequest request = HttpRequest.newBuilder(sandbox.base().resolve(LINKS))
                .header("Authorization", sent)
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"surprise=1", "line_items[0][surprise]=1", "consent_collection[promotions]=auto"})
    void a_parameter_that_nothing_comes_of_is_refused(String parameter) throws Exception {
        HttpResponse<String> refused = client.createLink(aLinkOf(1000) + "&" + parameter, null);

        assertEquals(400, refused.statusCode());
        assertEquals("parameter_unknown", error(refused, "code"));
        assertEquals(0, client.countLinks());
    }

    @Test
    void an_address_that_is_not_served_is_refused_as_stripe_does() throws Exception {
        HttpResponse<String> refused = client.get("/v1/subscriptions");

        assertEquals(404, refused.statusCode());
        assertEquals("invalid_request_error", error(refused, "type"));
        assertTrue(error(refused, "message").startsWith("Unrecognized request URL"));
    }

    @ParameterizedTest
    @CsvSource({"49, false", "50, true", "99999999, true", "100000000, false"})
    void amounts_keep_the_limits_of_stripe(int cents, boolean isTaken) throws Exception {
        assertEquals(
                isTaken ? 200 : 400, client.createLink(aLinkOf(cents), null).statusCode());
    }

    @Test
    void a_list_has_the_newest_first_and_ten_of_them_unless_a_limit_says_otherwise() throws Exception {
        String newest = "";
        for (int each = 0; each < 11; each++) {
            newest = text(client.createLink(aLinkOf(1000), null), "id");
        }

        JsonArray usual = client.list(LINKS);

        assertEquals(10, usual.size());
        assertEquals(newest, usual.get(0).getAsJsonObject().get("id").getAsString());
        assertEquals(11, client.list(LINKS + "?limit=11").size());
    }

    @Test
    void an_object_has_the_shape_of_the_version_and_moves_no_money() throws Exception {
        HttpResponse<String> created = client.createLink(aLinkOf(1000), null);
        JsonObject link = json(created);
        long age = Instant.now().getEpochSecond()
                - json(client.get("/v1/events"))
                        .getAsJsonArray("data")
                        .get(0)
                        .getAsJsonObject()
                        .get("created")
                        .getAsLong();

        assertEquals(VERSION, created.headers().firstValue("Stripe-Version").orElseThrow());
        assertEquals("payment_link", link.get("object").getAsString());
        assertTrue(link.get("id").getAsString().startsWith("plink_"));
        assertTrue(link.has("restrictions") && link.has("payment_intent_data") && link.has("after_completion"));
        assertFalse(link.get("livemode").getAsBoolean());
        assertTrue(age >= 0 && age < 60, "times are in seconds");
    }

    @Test
    void a_draft_waits_although_it_says_that_it_advances_by_itself() throws Exception {
        Billing billing = new Billing(sandbox);

        Invoice draft = billing.stripe()
                .v1()
                .invoices()
                .create(Billing.aDraftTo(billing.aCustomer())
                        .setAutoAdvance(true)
                        .build());

        assertTrue(billing.get(draft).getAutoAdvance());
        assertEquals("draft", billing.get(draft).getStatus());
    }

    @Test
    void a_foreign_name_that_is_made_to_point_here_is_not_served() throws IOException {
        assertEquals("HTTP/1.1 200 OK", statusFor("localhost:" + sandbox.port()));
        assertEquals("HTTP/1.1 403 Forbidden", statusFor("stripe.example:" + sandbox.port()));
    }

    /** Java's client sets the name itself. */
    private String statusFor(String host) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), sandbox.port());
                BufferedReader reader =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            String request = "GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return reader.readLine();
        }
    }

    @Test
    void a_body_above_one_megabyte_is_refused() throws Exception {
        String large = "x".repeat(MEGABYTE);

        assertEquals(400, client.createLink(aLinkOf(1000) + large, null).statusCode());
        assertEquals(400, client.control("POST", "/_sandbox/pay", large + "x").statusCode());
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /_sandbox/pay, {}, 400",
        "POST, /_sandbox/pay, no json, 400",
        "POST, /_sandbox/nowhere, {}, 404",
        "DELETE, /_sandbox/pay, '', 405"
    })
    void a_control_says_what_is_wrong_with_its_use(String method, String path, String body, int status)
            throws Exception {
        HttpResponse<String> refused = client.control(method, path, body);

        assertEquals(status, refused.statusCode());
        assertFalse(text(refused, "error").isEmpty());
    }

    private static String error(HttpResponse<String> refused, String field) {
        return json(refused).getAsJsonObject("error").get(field).getAsString();
    }
}
