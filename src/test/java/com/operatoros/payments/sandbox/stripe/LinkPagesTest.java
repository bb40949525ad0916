package com.operatoros.payments.sandbox.stripe;

import static com.operatoros.payments.sandbox.stripe.SandboxClient.aLinkOf;
import static com.operatoros.payments.sandbox.stripe.SandboxClient.json;
import static com.operatoros.payments.sandbox.stripe.SandboxClient.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules SC3 to SC7, SK1 to SK3 and SP3 to SP5 of the sandbox: what a payer sees of a link, and what paying it does. */
class LinkPagesTest {

    private static final String CARD = "4242424242424242";
    private static final String NO_MONEY = "4000000000009995";
    private static final String IBAN = "DE89370400440532013000";

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
    void each_try_is_a_charge_of_the_same_intent() throws Exception {
        String link = text(aLink(""), "id");

        JsonObject declined = pay(link, "card", NO_MONEY);
        String between = session(link).get("status").getAsString();
        JsonObject paid = pay(link, "card", CARD);

        assertEquals("declined", declined.get("outcome").getAsString());
        assertEquals("open", between);
        assertEquals("paid", paid.get("outcome").getAsString());
        assertEquals(declined.get("payment_intent"), paid.get("payment_intent"));
        assertEquals(2, client.list("/v1/charges").size());
        assertEquals("complete", session(link).get("status").getAsString());
    }

    @Test
    void a_card_that_is_none_of_stripes_is_declined() throws Exception {
        assertEquals(
                "declined",
                pay(text(aLink(""), "id"), "card", "4111111111111111")
                        .get("outcome")
                        .getAsString());
    }

    @Test
    void a_debit_completes_the_session_unpaid_until_the_bank_has_decided_once() throws Exception {
        String link = text(aLink(""), "id");

        JsonObject debit = pay(link, "iban", IBAN);
        JsonObject before = session(link);
        String settle = "{\"payment_intent\":" + debit.get("payment_intent") + "}";
        client.use("/_sandbox/settle", settle);

        assertEquals("processing", debit.get("outcome").getAsString());
        assertEquals("complete", before.get("status").getAsString());
        assertEquals("unpaid", before.get("payment_status").getAsString());
        assertEquals("paid", session(link).get("payment_status").getAsString());
        assertEquals(409, client.control("POST", "/_sandbox/settle", settle).statusCode());
    }

    @Test
    void what_a_link_carries_goes_to_its_session_and_what_is_for_the_intent_to_the_charge() throws Exception {
        String link = text(aLink("&metadata[of]=link&payment_intent_data[metadata][of]=intent"), "id");

        pay(link, "card", CARD);

        assertEquals("link", of(session(link)));
        assertEquals("intent", of(client.list("/v1/payment_intents").get(0).getAsJsonObject()));
        assertEquals("intent", of(client.list("/v1/charges").get(0).getAsJsonObject()));
    }

    private static String of(JsonObject object) {
        return object.getAsJsonObject("metadata").get("of").getAsString();
    }

    @Test
    void the_sessions_that_a_link_has_open_are_ended_together() throws Exception {
        HttpResponse<String> link = aLink("");
        open(link, "", "");
        open(link, "", "");
        String end = "{\"id\":\"" + text(link, "id") + "\"}";

        assertEquals(
                2,
                client.use("/_sandbox/sessions/expire", end)
                        .getAsJsonArray("expired")
                        .size());
        assertEquals(
                0,
                client.use("/_sandbox/sessions/expire", end)
                        .getAsJsonArray("expired")
                        .size());
        assertEquals(
                404,
                client.control("POST", "/_sandbox/sessions/expire", "{\"id\":\"x\"}")
                        .statusCode());
    }

    @Test
    void the_same_browser_goes_on_with_its_session_and_another_one_gets_its_own() throws Exception {
        HttpResponse<String> link = aLink("");
        String cookie = open(link, "", "")
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow()
                .split(";", -1)[0];

        open(link, "", cookie);
        int sessionsOfOne = sessions(text(link, "id")).size();
        open(link, "", "");

        assertEquals(1, sessionsOfOne);
        assertEquals(2, sessions(text(link, "id")).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"email", "paymentMethod", "cardNumber", "cardExpiry", "cardCvc", "billingName", "iban"})
    void the_form_has_the_names_that_tests_fill_in_whatever_the_currency(String name) throws Exception {
        assertTrue(open(aLink(""), "", "").body().contains("name=\"" + name + "\""));
    }

    @Test
    void the_address_may_bring_the_clients_email_and_a_reference() throws Exception {
        HttpResponse<String> link = aLink("");

        String page = open(link, "?prefilled_email=payer%40client.example&client_reference_id=OP-1", "")
                .body();

        assertTrue(page.contains("value=\"payer@client.example\""));
        assertEquals(
                "OP-1", session(text(link, "id")).get("client_reference_id").getAsString());
    }

    private HttpResponse<String> aLink(String more) throws Exception {
        return client.createLink(aLinkOf(1000) + more, null);
    }

    private JsonObject pay(String link, String means, String number) throws Exception {
        return client.use("/_sandbox/pay", "{\"id\":\"%s\",\"%s\":\"%s\"}".formatted(link, means, number));
    }

    private HttpResponse<String> open(HttpResponse<String> link, String query, String cookie) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(text(link, "url") + query));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        HttpResponse<String> page = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
        assertEquals(200, page.statusCode());
        return page;
    }

    private JsonObject session(String link) throws Exception {
        return sessions(link).get(0);
    }

    private List<JsonObject> sessions(String link) throws Exception {
        return json(client.get("/v1/checkout/sessions?payment_link=" + link)).getAsJsonArray("data").asList().stream()
                .map(each -> each.getAsJsonObject())
                .toList();
    }
}
