package com.operatoros.payments.api;

import static com.operatoros.payments.support.AdminApi.aLink;
import static com.operatoros.payments.support.AdminApi.anInvoice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.operatoros.payments.support.AdminApi;
import com.operatoros.payments.support.AdminApi.Answer;
import com.operatoros.payments.support.Eventually;
import com.operatoros.payments.support.RunningApplication;
import com.operatoros.payments.support.StripeControls;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Money goes back to the client, from the dashboard of the admin or from Stripe's (rules O1 and P4). */
@ExtendWith(RunningApplication.class)
class RefundsIT {

    private static final String GOOD_CARD = "4242424242424242";

    private final AdminApi admin = AdminApi.asAdmin();

    @AfterEach
    void recover() {
        StripeControls.recover();
    }

    @Test
    void a_part_and_then_the_rest_go_back_and_nothing_more() {
        String link = aPaidLink();

        Answer part = refund(link, "{\"amount\":\"9.99\",\"reason\":\"duplicate\"}");
        Answer rest = refund(link, "{}");
        Answer more = refund(link, "{}");

        assertEquals(200, part.status());
        assertEquals(999, part.json().get("amount_refunded_minor").getAsLong());
        assertEquals(200, rest.status());
        assertEquals(1999, rest.json().get("amount_refunded_minor").getAsLong());
        assertEquals("paid", text(rest.json(), "status"));
        assertEquals(409, more.status());
        List<JsonObject> atStripe = refundsAtStripe(link);
        assertEquals(List.of(1000L, 999L), amounts(atStripe));
        assertEquals("duplicate", text(atStripe.get(1), "reason"));
        assertEquals(link, text(atStripe.get(1).getAsJsonObject("metadata"), "operatoros_payment_id"));
    }

    @Test
    void an_invoice_gives_back_by_a_credit_note() {
        JsonObject invoice = admin.create(anInvoice()).json();
        StripeControls.pay(stripe(invoice, "invoice_id"), GOOD_CARD);
        String id = text(admin.await(text(invoice, "id"), "paid"), "id");

        Answer answer = refund(id, "{\"amount\":500,\"reason\":\"One day less\"}");

        assertEquals(200, answer.status());
        assertEquals(50_000, answer.json().get("amount_refunded_minor").getAsLong());
        JsonArray notes = StripeControls.read("/v1/credit_notes?invoice=" + stripe(invoice, "invoice_id"))
                .getAsJsonArray("data");
        assertEquals(1, notes.size());
        assertEquals("One day less", text(notes.get(0).getAsJsonObject(), "memo"));
        assertEquals(List.of(50_000L), amounts(refundsAtStripe(id)));
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"amount\":\"20.00\"}', amount",
        "'{\"amount\":\"0\"}', amount",
        "'{\"amount\":\"-1\"}', amount",
        "'{\"amount\":\"1,00\"}', amount",
        "'{\"amount\":\"1.999\"}', amount",
        "'{\"amount\":true}', amount",
        "'{\"reason\":7}', reason"
    })
    void what_makes_no_sense_is_told_at_its_field(String body, String field) {
        String link = aPaidLink();

        Answer answer = refund(link, body);

        assertEquals(400, answer.status());
        assertEquals(field, text(answer.json().getAsJsonArray("errors").get(0).getAsJsonObject(), "field"));
        assertEquals(List.of(), refundsAtStripe(link));
    }

    @Test
    void what_is_not_paid_can_not_be_refunded() {
        String link = text(admin.create(aLink()).json(), "id");

        assertEquals(409, refund(link, "{}").status());
        assertEquals(404, refund("00000000-0000-4000-8000-000000000000", "{}").status());
    }

    @Test
    void ten_clicks_at_once_give_back_once() throws Exception {
        String link = aPaidLink();

        ExecutorService clicks = Executors.newFixedThreadPool(10);
        List<Integer> statuses = new ArrayList<>();
        try {
            Callable<Integer> click = () -> refund(link, "{}").status();
            for (Future<Integer> status : clicks.invokeAll(Collections.nCopies(10, click))) {
                statuses.add(status.get());
            }
        } finally {
            clicks.shutdownNow();
        }

        assertTrue(statuses.contains(200), statuses.toString());
        assertEquals(List.of(1999L), amounts(refundsAtStripe(link)));
        assertEquals(1999, admin.payment(link).get("amount_refunded_minor").getAsLong());
    }

    @ParameterizedTest
    @CsvSource({"500, true", "500, false", "reset, true", "429, false"})
    void trouble_at_stripe_gives_back_once_in_the_end(String kind, boolean afterEffect) {
        String link = aPaidLink();
        StripeControls.fail("/v1/refunds", kind, afterEffect, 1);

        Answer answer = refund(link, "{}");

        assertTrue(List.of(200, 202).contains(answer.status()));
        awaitRefunded(link, 1999);
        assertEquals(List.of(1999L), amounts(refundsAtStripe(link)));
    }

    @Test
    void a_refund_that_stripe_refuses_changes_nothing_and_is_told() {
        String link = aPaidLink();
        StripeControls.fail("/v1/refunds", "400", false, 1);

        Answer answer = refund(link, "{}");

        assertEquals(409, answer.status());
        assertEquals(0, admin.payment(link).get("amount_refunded_minor").getAsLong());
        assertEquals(200, refund(link, "{}").status());
    }

    @Test
    void a_refund_at_stripe_is_told_and_one_that_fails_is_taken_back() {
        String link = aPaidLink();
        String refund = text(StripeControls.refundLater(intent(link), 500), "refund");
        awaitHistory(link, "Refund of $5.00 on its way");
        assertEquals(0, admin.payment(link).get("amount_refunded_minor").getAsLong());

        StripeControls.settleRefund(refund, "failed");

        awaitHistory(link, "Refund of $5.00 failed");
        assertEquals(0, admin.payment(link).get("amount_refunded_minor").getAsLong());
        assertEquals(List.of("refund_failed"), texts(admin.payment(link).getAsJsonArray("attention")));
        assertEquals(List.of("Refund failed", "Payment received"), notices(link));
        assertEquals(
                200,
                admin.post("admin/api/payments/" + link + "/acknowledge", "{\"note\":\"Sent by hand\"}")
                        .status());
        assertEquals(409, admin.act(link, "acknowledge").status());
    }

    @Test
    void a_dispute_is_told_with_its_deadline_until_it_is_decided() {
        String link = aPaidLink();

        StripeControls.dispute(intent(link));

        JsonObject disputed = Eventually.get(() -> Optional.of(admin.payment(link))
                .filter(payment -> !payment.get("dispute").isJsonNull()));
        assertEquals("needs_response", text(disputed.getAsJsonObject("dispute"), "status"));
        assertEquals(
                1999, disputed.getAsJsonObject("dispute").get("amount_minor").getAsLong());
        assertTrue(text(disputed.getAsJsonObject("dispute"), "evidence_due").endsWith("Z"));
        assertEquals(List.of("disputed"), texts(disputed.getAsJsonArray("attention")));
        assertTrue(idsOf("disputed").contains(link));
        StripeControls.closeDispute(intent(link), "lost");
        Eventually.get(() -> Optional.of(text(admin.payment(link).getAsJsonObject("dispute"), "status"))
                .filter("lost"::equals));
        assertEquals("paid", text(admin.payment(link), "status"));
        assertEquals(List.of("Dispute lost", "Payment disputed", "Payment received"), notices(link));
    }

    private String aPaidLink() {
        JsonObject link = admin.create(aLink()).json();
        StripeControls.pay(stripe(link, "payment_link_id"), GOOD_CARD);
        return text(admin.await(text(link, "id"), "paid"), "id");
    }

    private Answer refund(String id, String body) {
        return admin.post("admin/api/payments/" + id + "/refund", body);
    }

    private void awaitRefunded(String id, long minor) {
        Eventually.get(
                () -> Optional.of(admin.payment(id).get("amount_refunded_minor").getAsLong())
                        .filter(refunded -> refunded == minor));
    }

    private void awaitHistory(String id, String words) {
        Eventually.get(() -> Optional.of(admin.get("admin/api/payments/" + id + "/history")
                        .response()
                        .body())
                .filter(history -> history.contains(words)));
    }

    private String intent(String id) {
        return stripe(admin.payment(id), "payment_intent_id");
    }

    private List<JsonObject> refundsAtStripe(String id) {
        return objects(
                StripeControls.read("/v1/refunds?payment_intent=" + intent(id)).getAsJsonArray("data"));
    }

    private List<String> idsOf(String status) {
        return objects(admin.get("admin/api/payments?limit=100&status=" + status)
                        .json()
                        .getAsJsonArray("data"))
                .stream()
                .map(payment -> text(payment, "id"))
                .toList();
    }

    private List<String> notices(String id) {
        return objects(admin.get("admin/api/notifications?limit=100").json().getAsJsonArray("data")).stream()
                .filter(notice ->
                        notice.getAsJsonObject("data").get("payment_id").isJsonPrimitive()
                                && text(notice.getAsJsonObject("data"), "payment_id")
                                        .equals(id))
                .map(notice -> text(notice, "title"))
                .toList();
    }

    private static List<Long> amounts(List<JsonObject> refunds) {
        return refunds.stream().map(refund -> refund.get("amount").getAsLong()).toList();
    }

    private static List<JsonObject> objects(JsonArray array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    private static List<String> texts(JsonArray array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonElement::getAsString)
                .toList();
    }

    private static String stripe(JsonObject payment, String name) {
        return text(payment.getAsJsonObject("stripe"), name);
    }

    private static String text(JsonObject json, String name) {
        return json.get(name).getAsString();
    }
}
