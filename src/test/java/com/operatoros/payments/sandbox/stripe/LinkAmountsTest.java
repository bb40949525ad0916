package com.operatoros.payments.sandbox.stripe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.google.gson.JsonObject;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.checkout.Session;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rule SK18 of the sandbox: links that are paid with another amount than they ask for, or seen in another currency. */
class LinkAmountsTest {

    private StripeSandbox sandbox;
    private SandboxClient client;
    private Billing billing;

    @BeforeEach
    void start() throws IOException {
        sandbox = StripeSandbox.start(new StripeSandbox.Settings(0, "whsec_test", null, null));
        client = new SandboxClient(sandbox);
        billing = new Billing(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void a_code_lowers_what_is_paid() throws Exception {
        JsonObject paid = client.use("/_sandbox/pay", paying(aLink(), ",\"discount\":250"));

        Session session = session(paid);
        assertEquals(List.of(1000L, 750L), List.of(session.getAmountSubtotal(), session.getAmountTotal()));
        assertEquals(250, session.getTotalDetails().getAmountDiscount());
        assertEquals(750, intent(paid).getAmountReceived());
    }

    @Test
    void another_quantity_is_paid_as_often() throws Exception {
        JsonObject paid = client.use("/_sandbox/pay", paying(aLink(), ",\"quantity\":3"));

        assertEquals(3000, session(paid).getAmountTotal());
        assertEquals(3000, intent(paid).getAmountReceived());
    }

    @Test
    void what_is_changed_after_a_decline_is_what_is_paid_then() throws Exception {
        String link = aLink();
        client.use("/_sandbox/pay", paying(link, "").replace("4242424242424242", "4000000000000002"));

        JsonObject paid = client.use("/_sandbox/pay", paying(link, ",\"discount\":1"));

        assertEquals(999, intent(paid).getAmountReceived());
    }

    @Test
    void a_code_over_everything_completes_the_page_without_an_intent() throws Exception {
        JsonObject paid = client.use("/_sandbox/pay", paying(aLink(), ",\"discount\":1000"));

        Session session = session(paid);
        assertEquals(
                List.of("complete", "no_payment_required"), List.of(session.getStatus(), session.getPaymentStatus()));
        assertEquals(0, session.getAmountTotal());
        assertNull(session.getPaymentIntent());
    }

    @Test
    void a_discount_of_more_than_everything_is_refused() throws Exception {
        String link = aLink();

        int refused = client.control("POST", "/_sandbox/pay", paying(link, ",\"discount\":1001"))
                .statusCode();
        JsonObject paid = client.use("/_sandbox/pay", paying(link, ""));

        assertEquals(400, refused);
        assertEquals(1000, intent(paid).getAmountReceived());
    }

    @Test
    void what_the_payer_saw_stands_beside_what_is_asked_for() throws Exception {
        JsonObject paid = client.use(
                "/_sandbox/pay", paying(aLink(), ",\"presentment_amount\":925,\"presentment_currency\":\"EUR\""));

        Session session = session(paid);
        assertEquals(
                List.of("usd", "eur"),
                List.of(session.getCurrency(), session.getPresentmentDetails().getPresentmentCurrency()));
        assertEquals(925, session.getPresentmentDetails().getPresentmentAmount());
        assertEquals(925, intent(paid).getPresentmentDetails().getPresentmentAmount());
        assertEquals(1000, intent(paid).getAmountReceived());
    }

    private String aLink() throws Exception {
        return SandboxClient.text(client.createLink(SandboxClient.aSingleUseLink(), null), "id");
    }

    private static String paying(String link, String more) {
        return "{\"id\":\"" + link + "\",\"card\":\"4242424242424242\"" + more + "}";
    }

    private Session session(JsonObject paid) throws StripeException {
        return billing.stripe()
                .v1()
                .checkout()
                .sessions()
                .retrieve(paid.get("checkout_session").getAsString());
    }

    private PaymentIntent intent(JsonObject paid) throws StripeException {
        return billing.stripe()
                .v1()
                .paymentIntents()
                .retrieve(paid.get("payment_intent").getAsString());
    }
}
