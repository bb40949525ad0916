package com.operatoros.payments.sandbox.stripe;

import static com.operatoros.payments.sandbox.stripe.SandboxClient.aLinkOf;
import static com.operatoros.payments.sandbox.stripe.SandboxClient.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.model.Invoice;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules SH2, SK10 and SP7 of the sandbox: what a person causes by hand. */
class HandPagesTest {

    private static final String PAYMENTS = "/_sandbox/payments";
    private static final String WEBHOOKS = "/_sandbox/webhooks";

    private final HttpClient http = HttpClient.newHttpClient();
    private WebhookReceiver receiver;
    private StripeSandbox sandbox;
    private SandboxClient client;
    private Billing billing;

    @BeforeEach
    void start() throws IOException {
        receiver = WebhookReceiver.start();
        sandbox = StripeSandbox.start(new StripeSandbox.Settings(0, "whsec_test", receiver.url(), null));
        client = new SandboxClient(sandbox);
        billing = new Billing(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
        receiver.close();
    }

    @Test
    void the_overview_leads_to_both_pages() throws Exception {
        String overview = page("/").body();

        assertTrue(overview.contains("href=\"" + PAYMENTS + "\""));
        assertTrue(overview.contains("href=\"" + WEBHOOKS + "\""));
    }

    @Test
    void deliveries_are_a_page_in_a_browser_and_json_for_programs() throws Exception {
        client.createLink(aLinkOf(1000), null);
        receiver.next();

        HttpResponse<String> page = page(WEBHOOKS);
        HttpResponse<String> json = client.control("GET", WEBHOOKS, "");

        assertEquals(
                "text/html; charset=utf-8",
                page.headers().firstValue("Content-Type").orElseThrow());
        assertTrue(page.headers()
                .firstValue("Content-Security-Policy")
                .orElseThrow()
                .startsWith("default-src 'none'"));
        assertTrue(page.body().contains("payment_link.created"));
        assertEquals("on", text(json, "mode"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "off", "duplicate", "reverse"})
    void a_button_says_how_events_are_delivered(String mode) throws Exception {
        HttpResponse<String> answer = send(WEBHOOKS, "mode=" + mode);

        assertLeadsBackTo(WEBHOOKS, answer);
        assertEquals(mode, text(client.control("GET", WEBHOOKS, ""), "mode"));
        assertTrue(page(WEBHOOKS).body().contains("value=\"" + mode + "\" aria-pressed=\"true\""));
    }

    @Test
    void a_button_delivers_a_lost_event_again() throws Exception {
        send(WEBHOOKS, "mode=off");
        client.createLink(aLinkOf(1000), null);
        String event =
                client.list("/v1/events").get(0).getAsJsonObject().get("id").getAsString();
        String lost = page(WEBHOOKS).body();

        HttpResponse<String> answer = send(WEBHOOKS + "/redeliver", "event=" + event);

        assertLeadsBackTo(WEBHOOKS, answer);
        assertTrue(lost.contains("lost: webhooks are off"));
        assertTrue(lost.contains("value=\"" + event + "\""));
        assertTrue(receiver.next().body().contains(event));
        assertTrue(page(WEBHOOKS).body().contains("answered 200"));
    }

    @Test
    void an_open_invoice_is_voided_by_hand() throws Exception {
        Invoice open = billing.anOpenInvoiceOf(123_456);
        String before = page(PAYMENTS).body();

        HttpResponse<String> answer = send("/_sandbox/invoice/void", "invoice=" + open.getId());

        assertTrue(before.contains("$1,234.56 for " + open.getNumber() + ", Client GmbH"));
        assertTrue(before.contains("action=\"/_sandbox/invoice/uncollectible\""));
        assertLeadsBackTo(PAYMENTS, answer);
        assertEquals("void", billing.get(open).getStatus());
        assertFalse(page(PAYMENTS).body().contains("action=\"/_sandbox/invoice/void\""));
    }

    @Test
    void a_payment_is_refunded_in_part_by_hand() throws Exception {
        String intent = pay(billing.anOpenInvoiceOf(1000).getId(), "4242424242424242");

        HttpResponse<String> part = send("/_sandbox/refund", "payment_intent=" + intent + "&amount=+300+");
        HttpResponse<String> rest = send("/_sandbox/refund", "payment_intent=" + intent + "&amount=&status=pending");
        String page = page(PAYMENTS).body();

        assertLeadsBackTo(PAYMENTS, part);
        assertLeadsBackTo(PAYMENTS, rest);
        assertTrue(page.contains("refunded $10.00"));
        assertTrue(page.contains("Complete the refund of $7.00"));
        assertTrue(page.contains("Fail the refund of $3.00"));
        assertFalse(page.contains("action=\"/_sandbox/refund\""));
    }

    @Test
    void a_payment_is_disputed_and_decided_by_hand() throws Exception {
        String intent = pay(billing.anOpenInvoiceOf(1000).getId(), "4242424242424242");

        send("/_sandbox/dispute", "payment_intent=" + intent + "&reason=duplicate&amount=");
        String disputed = page(PAYMENTS).body();
        send("/_sandbox/dispute/close", "payment_intent=" + intent + "&outcome=lost");
        String lost = page(PAYMENTS).body();

        assertTrue(disputed.contains("dispute needs response"));
        assertTrue(disputed.contains("Dispute won"));
        assertFalse(disputed.contains("action=\"/_sandbox/refund\""));
        assertTrue(lost.contains("dispute lost"));
        assertFalse(lost.contains("action=\"/_sandbox/dispute\""));
    }

    @Test
    void a_lost_dispute_is_won_back_by_hand() throws Exception {
        String intent = pay(billing.anOpenInvoiceOf(1000).getId(), "4242424242424242");
        send("/_sandbox/dispute", "payment_intent=" + intent + "&reason=duplicate&status=lost&amount=400&currency=eur");
        String lost = page(PAYMENTS).body();
        String dispute =
                client.list("/v1/disputes").get(0).getAsJsonObject().get("id").getAsString();

        HttpResponse<String> answer = send("/_sandbox/dispute/reverse", "dispute=" + dispute + "&outcome=won");

        assertTrue(lost.contains("Won after all <span class=\"sr\">€4.00"));
        assertTrue(lost.contains("action=\"/_sandbox/dispute\""));
        assertLeadsBackTo(PAYMENTS, answer);
        assertTrue(page(PAYMENTS).body().contains("dispute won"));
    }

    @Test
    void a_bank_debit_is_settled_by_hand() throws Exception {
        String intent = pay(billing.anOpenInvoiceOf(1000).getId(), "DE89370400440532013000");
        String before = page(PAYMENTS).body();

        HttpResponse<String> answer = send("/_sandbox/settle", "payment_intent=" + intent + "&outcome=failed");

        assertTrue(before.contains("The bank pays"));
        assertLeadsBackTo(PAYMENTS, answer);
        assertEquals(
                "requires_payment_method",
                billing.stripe().v1().paymentIntents().retrieve(intent).getStatus());
    }

    @Test
    void an_unpaid_link_leads_to_its_page_and_its_name_is_escaped() throws Exception {
        String link = text(client.createLink(aLinkOf(1000).replace("=Work", "=%3Cb%3EWork"), null), "url");

        String page = page(PAYMENTS).body();

        assertTrue(page.contains("href=\"" + link + "\""));
        assertTrue(page.contains("&lt;b&gt;Work"));
    }

    @Test
    void what_cannot_be_done_is_said_on_a_page() throws Exception {
        Invoice draft = billing.aDraftOf(1000);

        HttpResponse<String> refused = send("/_sandbox/invoice/void", "invoice=" + draft.getId());
        HttpResponse<String> wrong = send("/_sandbox/overpay", "invoice=" + draft.getId() + "&amount=much");

        assertEquals(409, refused.statusCode());
        assertTrue(refused.body().contains("the invoice is draft"));
        assertTrue(refused.body().contains("href=\"" + PAYMENTS + "\""));
        assertEquals(400, wrong.statusCode());
        assertTrue(wrong.body().contains("must be a whole number"));
    }

    @Test
    void forms_of_other_sites_are_refused() throws Exception {
        HttpRequest foreign = form(WEBHOOKS, "mode=off")
                .header("Origin", "http://127.0.0.1:1")
                .build();

        int status = http.send(foreign, BodyHandlers.ofString()).statusCode();

        assertEquals(403, status);
        assertEquals("on", text(client.control("GET", WEBHOOKS, ""), "mode"));
    }

    private static void assertLeadsBackTo(String page, HttpResponse<String> answer) {
        assertEquals(303, answer.statusCode(), answer.body());
        assertEquals(page, answer.headers().firstValue("Location").orElseThrow());
    }

    private String pay(String id, String number) throws Exception {
        return client.use("/_sandbox/pay", "{\"id\":\"" + id + "\",\"card\":\"" + number + "\"}")
                .get("payment_intent")
                .getAsString();
    }

    private HttpResponse<String> page(String path) throws Exception {
        return http.send(
                request(path)
                        .header("Accept", "text/html,application/xhtml+xml")
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> send(String path, String form) throws Exception {
        return http.send(form(path, form).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder form(String path, String form) {
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(sandbox.base().resolve(path));
    }
}
