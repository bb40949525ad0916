package com.operatoros.payments.sandbox.stripe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonObject;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.checkout.Session;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules SK14 and SC8 of the sandbox: transfers that payers choose today and make another day, or never. */
class TransfersTest {

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
    void a_chosen_transfer_completes_the_session_unpaid_and_says_what_it_waits_for() throws Exception {
        JsonObject chosen = chosen();

        PaymentIntent waiting = intent(chosen);

        assertEquals("waiting", chosen.get("outcome").getAsString());
        assertEquals("requires_action", waiting.getStatus());
        assertEquals(0, waiting.getAmountReceived());
        assertEquals(1000, awaited(waiting));
        assertEquals(List.of("complete", "unpaid"), List.of(session(chosen).getStatus(), paymentStatus(chosen)));
        assertEquals(
                List.of("payment_intent.requires_action", "checkout.session.completed"),
                billing.eventsSince("payment_intent.requires_action"));
    }

    @Test
    void the_transfer_pays_when_all_of_it_has_come() throws Exception {
        JsonObject chosen = chosen();

        String outcome = transfer(chosen, "");

        assertEquals("paid", outcome);
        assertEquals("succeeded", intent(chosen).getStatus());
        assertEquals("paid", paymentStatus(chosen));
        assertEquals(
                List.of("checkout.session.async_payment_succeeded", "charge.updated"),
                billing.eventsSince("checkout.session.async_payment_succeeded"));
        assertEquals(409, status("/_sandbox/transfer", chosen));
    }

    @Test
    void a_part_of_it_is_kept_until_the_rest_comes() throws Exception {
        JsonObject chosen = chosen();

        String first = transfer(chosen, ",\"amount\":400");
        PaymentIntent partly = intent(chosen);
        String second = transfer(chosen, ",\"amount\":700");

        assertEquals(List.of("waiting", "paid"), List.of(first, second));
        assertEquals("requires_action", partly.getStatus());
        assertEquals(600, awaited(partly));
        assertEquals(1000, intent(chosen).getAmountReceived());
    }

    @Test
    void what_is_waited_for_is_called_off_by_the_api_and_by_hand_once() throws Exception {
        JsonObject byApi = chosen();
        JsonObject byHand = chosen();

        PaymentIntent canceled = billing.stripe().v1().paymentIntents().cancel(intentOf(byApi));
        JsonObject told = client.use("/_sandbox/cancel_intent", naming(byHand, ""));

        assertEquals("canceled", canceled.getStatus());
        assertEquals("canceled", told.get("outcome").getAsString());
        assertEquals("canceled", intent(byHand).getStatus());
        assertEquals(409, status("/_sandbox/cancel_intent", byHand));
        assertEquals(409, status("/_sandbox/transfer", byApi));
        InvalidRequestException again = assertThrows(
                InvalidRequestException.class,
                () -> billing.stripe().v1().paymentIntents().cancel(intentOf(byApi)));
        assertEquals("payment_intent_unexpected_state", again.getCode());
    }

    private JsonObject chosen() throws Exception {
        String link = SandboxClient.text(client.createLink(SandboxClient.aSingleUseLink(), null), "id");
        return client.use("/_sandbox/pay", "{\"id\":\"" + link + "\",\"transfer\":true}");
    }

    private String transfer(JsonObject chosen, String more) throws Exception {
        return client.use("/_sandbox/transfer", naming(chosen, more))
                .get("outcome")
                .getAsString();
    }

    private int status(String control, JsonObject chosen) throws Exception {
        return client.control("POST", control, naming(chosen, "")).statusCode();
    }

    private static String naming(JsonObject chosen, String more) {
        return "{\"payment_intent\":\"" + intentOf(chosen) + "\"" + more + "}";
    }

    private static String intentOf(JsonObject chosen) {
        return chosen.get("payment_intent").getAsString();
    }

    private PaymentIntent intent(JsonObject chosen) throws StripeException {
        return billing.stripe().v1().paymentIntents().retrieve(intentOf(chosen));
    }

    private static long awaited(PaymentIntent intent) {
        return intent.getNextAction().getDisplayBankTransferInstructions().getAmountRemaining();
    }

    private Session session(JsonObject chosen) throws StripeException {
        return billing.stripe()
                .v1()
                .checkout()
                .sessions()
                .retrieve(chosen.get("checkout_session").getAsString());
    }

    private String paymentStatus(JsonObject chosen) throws StripeException {
        return session(chosen).getPaymentStatus();
    }
}
