package com.operatoros.payments.api;

import static com.operatoros.payments.support.AdminApi.aLink;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.operatoros.payments.support.AdminApi;
import com.operatoros.payments.support.RunningApplication;
import com.operatoros.payments.support.StripeControls;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The calls that compare payments with Stripe, in the running server. */
@ExtendWith(RunningApplication.class)
class DriftIT {

    private final AdminApi admin = AdminApi.asAdmin();

    @AfterEach
    void recover() {
        StripeControls.recover();
        StripeControls.deliver("on");
    }

    @Test
    void a_sweep_answers_when_it_is_done() {
        AdminApi.Answer answer = admin.post("admin/api/drift/sweep", "");

        assertEquals(200, answer.status());
        assertTrue(answer.json().get("items").isJsonArray());
        assertFalse(answer.json().get("last_sweep").isJsonNull());
        assertEquals(
                answer.json().get("last_sweep"),
                admin.get("admin/api/drift").json().get("last_sweep"));
    }

    @Test
    void one_payment_can_be_synchronized() {
        StripeControls.deliver("off");
        JsonObject payment = admin.create(aLink()).json();
        String link = payment.getAsJsonObject("stripe").get("payment_link_id").getAsString();
        StripeControls.pay(link, "4242424242424242");

        AdminApi.Answer answer = admin.act(payment.get("id").getAsString(), "sync");

        assertEquals(200, answer.status());
        assertEquals("paid", answer.json().get("status").getAsString());
    }

    @Test
    void a_payment_that_is_not_there_can_not_be_synchronized() {
        assertEquals(404, admin.act(UUID.randomUUID().toString(), "sync").status());
        assertEquals(404, admin.act("nonsense", "sync").status());
    }

    @Test
    void a_payment_that_has_nothing_at_stripe_can_not_be_synchronized() {
        StripeControls.fail("/v1/payment_links", "429", false, 100);
        String id = admin.create(aLink()).json().get("id").getAsString();

        AdminApi.Answer answer = admin.act(id, "sync");

        assertEquals(409, answer.status());
    }

    @Test
    void a_silent_stripe_changes_nothing_and_is_told() {
        StripeControls.deliver("off");
        JsonObject payment = admin.create(aLink()).json();
        String id = payment.get("id").getAsString();
        String link = payment.getAsJsonObject("stripe").get("payment_link_id").getAsString();
        StripeControls.pay(link, "4242424242424242");
        StripeControls.failReads("/v1/payment_links/" + link, "500", 1);

        AdminApi.Answer answer = admin.act(id, "sync");

        assertEquals(503, answer.status());
        assertEquals("pending", admin.payment(id).get("status").getAsString());
    }

    @Test
    void strangers_can_not_ask() {
        assertEquals(401, AdminApi.asStranger().get("admin/api/drift").status());
        assertEquals(
                401, AdminApi.asStranger().post("admin/api/drift/sweep", "").status());
    }
}
