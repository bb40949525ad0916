package com.operatoros.payments.api;

import static com.operatoros.payments.support.AdminApi.aLink;
import static com.operatoros.payments.support.AdminApi.anInvoice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.operatoros.payments.support.AdminApi;
import com.operatoros.payments.support.AdminApi.Answer;
import com.operatoros.payments.support.Eventually;
import com.operatoros.payments.support.RunningApplication;
import com.operatoros.payments.support.StripeControls;
import com.operatoros.payments.support.TestEnvironment;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Keys that may not do what is asked, or nothing any more (rules O7, E1 and S2). */
@ExtendWith(RunningApplication.class)
class DeniedKeyIT {

    private static final String REFUNDS = "{'method':'POST','path':'/v1/refunds','permission':'rak_charge_write'}";

    private static final String LINKS =
            "{'method':'POST','path':'/v1/payment_links','permission':'rak_payment_link_write'}";

    private final AdminApi admin = AdminApi.asAdmin();

    @AfterEach
    void permit() {
        StripeControls.permit();
    }

    @Test
    void a_missing_permission_is_named_at_once_and_not_asked_for_again_until_somebody_says_so() {
        StripeControls.use("permissions", LINKS);

        Answer answer = admin.create(aLink());
        JsonObject stuck = answer.json();
        int asked = TestEnvironment.stripe().requests("POST", "/v1/payment_links");
        StripeControls.permit();
        JsonObject other = admin.create(aLink()).json();

        assertEquals(202, answer.status());
        assertEquals("creating", text(stuck, "status"));
        assertTrue(text(stuck, "trouble").contains("rak_payment_link_write"), text(stuck, "trouble"));
        assertTrue(notices().contains("rak_payment_link_write"));
        assertEquals("pending", text(other, "status"));
        assertEquals("creating", text(admin.payment(id(stuck)), "status"));
        assertEquals(asked + 1, TestEnvironment.stripe().requests("POST", "/v1/payment_links"));

        JsonObject created = admin.act(id(stuck), "sync").json();

        assertEquals("pending", text(created, "status"));
        assertTrue(created.get("trouble").isJsonNull());
    }

    @Test
    void a_creation_that_the_key_does_not_allow_can_be_given_up() {
        StripeControls.use("permissions", LINKS);
        JsonObject stuck = admin.create(aLink()).json();

        Answer answer = admin.act(id(stuck), "cancel");

        assertEquals(200, answer.status());
        assertEquals("canceled", text(answer.json(), "status"));
        assertTrue(answer.json().get("trouble").isJsonNull());
        StripeControls.permit();
        assertEquals(409, admin.act(id(stuck), "sync").status());
        assertEquals("canceled", text(admin.payment(id(stuck)), "status"));
    }

    @Test
    void a_draft_that_was_made_before_the_refusal_is_cleared_away() {
        StripeControls.use(
                "permissions", "{'method':'POST','path':'/v1/invoiceitems','permission':'rak_invoice_write'}");
        JsonObject stuck = admin.create(anInvoice()).json();

        JsonObject canceled = admin.act(id(stuck), "cancel").json();

        assertEquals("canceled", text(canceled, "status"));
        assertEquals("creating", text(stuck, "status"));
    }

    @Test
    void a_revoked_key_is_told_as_such_and_what_was_asked_is_done_when_it_is_good_again() {
        JsonObject link = admin.create(aLink()).json();
        StripeControls.use("permissions", "{'revoked':true}");

        Answer cancel = admin.act(id(link), "cancel");
        Answer sync = admin.act(id(link), "sync");
        StripeControls.permit();
        JsonObject after = admin.act(id(link), "sync").json();

        assertEquals(202, cancel.status());
        assertTrue(text(cancel.json(), "trouble").contains("revoked"), text(cancel.json(), "trouble"));
        assertEquals(503, sync.status());
        assertTrue(
                sync.response().body().contains("does not accept the secret key"),
                sync.response().body());
        assertEquals("canceled", text(after, "status"));
    }

    @Test
    void a_refund_that_the_key_does_not_allow_is_not_made_twice_when_it_was_made_elsewhere() {
        JsonObject link = aPaidLink();
        StripeControls.use("permissions", REFUNDS);
        Answer asked = admin.post("admin/api/payments/" + id(link) + "/refund", "{\"amount\":5}");
        StripeControls.permit();
        StripeControls.refund(stripe(link, "payment_intent_id"), 500);

        admin.act(id(link), "sync");

        assertEquals(202, asked.status());
        JsonObject after = admin.payment(id(link));
        assertEquals(500, after.get("amount_refunded_minor").getAsLong());
        assertTrue(after.get("trouble").isJsonNull(), after.get("trouble").toString());
        assertEquals(
                200,
                admin.post("admin/api/payments/" + id(link) + "/refund", "{\"amount\":5}")
                        .status());
    }

    @Test
    void whatever_the_key_does_not_allow_can_be_given_up() {
        JsonObject link = aPaidLink();
        StripeControls.use("permissions", REFUNDS);
        admin.post("admin/api/payments/" + id(link) + "/refund", "{\"amount\":5}");

        Answer given = admin.act(id(link), "give-up");
        StripeControls.permit();
        Answer sync = admin.act(id(link), "sync");

        assertEquals(200, given.status());
        assertTrue(given.json().get("trouble").isJsonNull());
        assertEquals(200, sync.status());
        assertEquals(0, admin.payment(id(link)).get("amount_refunded_minor").getAsLong());
        assertEquals(409, admin.act(id(link), "give-up").status());
    }

    @Test
    void what_a_payment_cost_need_not_be_readable() {
        JsonObject link = aPaidLink();
        StripeControls.use(
                "permissions",
                "{'method':'GET','path':'/v1/balance_transactions','permission':'rak_balance_transaction_read'}");

        Answer sync = admin.act(id(link), "sync");

        assertEquals(200, sync.status(), sync.response().body());
    }

    private JsonObject aPaidLink() {
        JsonObject link = admin.create(aLink()).json();
        StripeControls.pay(stripe(link, "payment_link_id"), "4242424242424242");
        return Eventually.get(() -> Optional.of(admin.payment(id(link)))
                .filter(payment -> text(payment, "status").equals("paid")));
    }

    private static String stripe(JsonObject payment, String name) {
        return text(payment.getAsJsonObject("stripe"), name);
    }

    private String notices() {
        return admin.get("admin/api/notifications?limit=100").response().body();
    }

    private static String id(JsonObject payment) {
        return text(payment, "id");
    }

    private static String text(JsonObject json, String name) {
        return json.get(name).getAsString();
    }
}
