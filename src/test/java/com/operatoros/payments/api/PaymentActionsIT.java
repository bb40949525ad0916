package com.operatoros.payments.api;

import static com.operatoros.payments.support.AdminApi.aLink;
import static com.operatoros.payments.support.AdminApi.anInvoice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.operatoros.payments.support.AdminApi;
import com.operatoros.payments.support.AdminApi.Answer;
import com.operatoros.payments.support.Eventually;
import com.operatoros.payments.support.RunningApplication;
import com.operatoros.payments.support.SignedEvents;
import com.operatoros.payments.support.StripeControls;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an admin does about payments, as JSON (rules A4, E1, E4, O1, Q1, Q3 and Q4). */
@ExtendWith(RunningApplication.class)
class PaymentActionsIT {

    private static final String CARD = "4242424242424242";

    private final AdminApi admin = AdminApi.asAdmin();

    @AfterEach
    void recover() {
        StripeControls.recover();
    }

    @Test
    void a_canceled_link_takes_no_money_any_more() {
        JsonObject link = admin.create(aLink()).json();

        Answer answer = admin.act(id(link), "cancel");

        assertEquals(200, answer.status());
        assertEquals("canceled", text(answer.json(), "status"));
        assertFalse(StripeControls.read("/v1/payment_links/" + stripe(link, "payment_link_id"))
                .get("active")
                .getAsBoolean());
        assertEquals(409, admin.act(id(link), "cancel").status());
        assertTrue(history(id(link)).stream().anyMatch(row -> text(row, "kind").equals("action")));
    }

    @Test
    void our_own_cancel_is_told_to_nobody() {
        JsonObject link = admin.create(aLink()).json();

        admin.act(id(link), "cancel");

        admin.await(id(link), "canceled");
        assertTrue(Stream.of(
                        admin.get("admin/api/notifications?limit=100").json().getAsJsonArray("data"))
                .flatMap(data -> IntStream.range(0, data.size())
                        .mapToObj(i -> data.get(i).getAsJsonObject()))
                .noneMatch(notice -> notice.toString().contains(id(link))));
    }

    @Test
    void a_canceled_invoice_is_void_at_stripe() {
        JsonObject invoice = admin.create(anInvoice()).json();

        Answer answer = admin.act(id(invoice), "cancel");

        assertEquals("canceled", text(answer.json(), "status"));
        assertEquals("void", text(atStripe(invoice), "status"));
    }

    @Test
    void an_invoice_paid_outside_of_stripe_is_paid_once_on_both_sides() {
        JsonObject invoice = admin.create(anInvoice()).json();

        Answer answer =
                admin.post("admin/api/payments/" + id(invoice) + "/mark-paid", "{\"note\":\"Bank transfer of 3 May\"}");

        assertEquals(200, answer.status());
        JsonObject paid = answer.json();
        assertEquals("paid", text(paid, "status"));
        assertEquals(250_000, paid.get("amount_paid_minor").getAsLong());
        assertEquals("paid", text(atStripe(invoice), "status"));
        assertEquals(409, admin.act(id(invoice), "mark-paid").status());
        assertTrue(history(id(invoice)).toString().contains("Bank transfer of 3 May"));
        // The event of it says nothing new.
        awaitHistory(id(invoice), "the invoice is paid");
        assertEquals(0, admin.payment(id(invoice)).getAsJsonArray("attention").size());
    }

    @Test
    void a_link_that_was_paid_elsewhere_can_not_be_paid_at_stripe_as_well() {
        JsonObject link = admin.create(aLink()).json();

        Answer answer = admin.post("admin/api/payments/" + id(link) + "/mark-paid", "{\"note\":\"Cash\"}");

        assertEquals(200, answer.status());
        assertEquals("paid", text(answer.json(), "status"));
        assertEquals(1999, answer.json().get("amount_paid_minor").getAsLong());
        assertEquals(0, answer.json().get("outstanding_minor").getAsLong());
        assertFalse(linkAtStripe(answer.json()).get("active").getAsBoolean());
        assertEquals(409, admin.act(id(link), "mark-paid").status());
    }

    @Test
    void a_part_of_a_link_that_was_paid_elsewhere_leaves_a_link_over_the_rest() {
        JsonObject link = admin.create(aLink()).json();

        Answer answer =
                admin.post("admin/api/payments/" + id(link) + "/mark-paid", "{\"amount\":5.00,\"note\":\"Cash\"}");

        assertEquals(200, answer.status());
        JsonObject part = answer.json();
        assertEquals("pending", text(part, "status"));
        assertTrue(part.get("partly_paid").getAsBoolean());
        assertEquals(1499, part.get("outstanding_minor").getAsLong());
        assertFalse(linkAtStripe(link).get("active").getAsBoolean());
        assertTrue(linkAtStripe(part).get("active").getAsBoolean());
        StripeControls.pay(text(part.getAsJsonObject("stripe"), "payment_link_id"), "4242424242424242");
        JsonObject paid = admin.await(id(link), "paid");
        assertEquals(1999, paid.get("amount_paid_minor").getAsLong());
        assertEquals(0, paid.getAsJsonArray("attention").size());
    }

    @Test
    void no_more_is_marked_as_paid_than_is_owed_and_what_is_no_amount_is_told() {
        JsonObject link = admin.create(aLink()).json();

        for (String amount : List.of("20.00", "0", "-1", "\"1,5\"", "1.999", "\"x\"")) {
            Answer answer = admin.post("admin/api/payments/" + id(link) + "/mark-paid", "{\"amount\":" + amount + "}");

            assertEquals(400, answer.status(), amount);
        }
        assertEquals("pending", text(admin.payment(id(link)), "status"));
    }

    /** Rule P10. */
    @Test
    void less_than_was_asked_for_is_accepted_with_a_reason() {
        JsonObject link = admin.create(aLink()).json();
        SignedEvents.deliver(SignedEvents.intentSucceeded("evt_" + UUID.randomUUID(), id(link), 1500));
        assertEquals(
                400,
                admin.post("admin/api/payments/" + id(link) + "/accept", "{}").status());

        Answer answer = admin.post("admin/api/payments/" + id(link) + "/accept", "{\"note\":\"Agreed on the phone\"}");

        assertEquals(200, answer.status());
        JsonObject accepted = answer.json();
        assertEquals("paid", text(accepted, "status"));
        assertEquals(1500, accepted.get("amount_paid_minor").getAsLong());
        assertEquals(1999, accepted.get("amount_minor").getAsLong());
        assertEquals(0, accepted.get("outstanding_minor").getAsLong());
        assertEquals(0, accepted.getAsJsonArray("attention").size());
        assertFalse(linkAtStripe(link).get("active").getAsBoolean());
        assertTrue(history(id(link)).toString().contains("Agreed on the phone"));
        assertEquals(
                409,
                admin.post("admin/api/payments/" + id(link) + "/accept", "{\"note\":\"x\"}")
                        .status());
    }

    private static JsonObject linkAtStripe(JsonObject payment) {
        return StripeControls.read("/v1/payment_links/" + text(payment.getAsJsonObject("stripe"), "payment_link_id"));
    }

    @Test
    void a_note_that_is_too_long_is_told() {
        JsonObject invoice = admin.create(anInvoice()).json();

        Answer answer = admin.post(
                "admin/api/payments/" + id(invoice) + "/mark-paid", "{\"note\":\"" + "x".repeat(501) + "\"}");

        assertEquals(400, answer.status());
        assertEquals("pending", text(admin.payment(id(invoice)), "status"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancel", "resend", "mark-paid", "replace"})
    void a_paid_payment_allows_none_of_these(String action) {
        JsonObject invoice = admin.create(anInvoice()).json();
        StripeControls.pay(stripe(invoice, "invoice_id"), CARD);
        admin.await(id(invoice), "paid");

        assertEquals(409, admin.act(id(invoice), action).status());
    }

    @Test
    void of_a_cancel_and_a_payment_outside_at_the_same_time_one_wins() {
        JsonObject invoice = admin.create(anInvoice()).json();

        List<Integer> statuses = Stream.of("cancel", "mark-paid")
                .parallel()
                .map(action -> admin.act(id(invoice), action).status())
                .sorted()
                .toList();

        assertEquals(List.of(200, 409), statuses);
        String ours = text(admin.payment(id(invoice)), "status");
        assertEquals(ours.equals("paid") ? "paid" : "void", text(atStripe(invoice), "status"));
    }

    @Test
    void a_duplicate_is_a_payment_of_its_own() {
        JsonObject invoice = admin.create(anInvoice("due_days", 10)).json();

        Answer answer = admin.act(id(invoice), "duplicate");

        JsonObject copy = answer.json();
        assertEquals(201, answer.status());
        assertNotEquals(id(invoice), id(copy));
        assertNotEquals(stripe(invoice, "invoice_id"), stripe(copy, "invoice_id"));
        assertEquals(text(invoice, "due_date"), text(copy, "due_date"));
        assertEquals("pending", text(admin.payment(id(invoice)), "status"));
    }

    @Test
    void a_replacement_withdraws_the_old_one_and_each_points_at_the_other() {
        JsonObject old = admin.create(anInvoice()).json();

        Answer answer = admin.post("admin/api/payments/" + id(old) + "/replace", "{\"amount\":\"300.00\"}");

        JsonObject replacement = answer.json();
        assertEquals(201, answer.status());
        assertEquals("pending", text(replacement, "status"));
        assertEquals(30_000, replacement.get("amount_minor").getAsLong());
        assertEquals(text(old, "project_name"), text(replacement, "project_name"));
        assertEquals(text(old, "due_date"), text(replacement, "due_date"));
        assertEquals(id(old), text(replacement, "replaces"));
        JsonObject withdrawn = admin.payment(id(old));
        assertEquals("canceled", text(withdrawn, "status"));
        assertEquals(id(replacement), text(withdrawn, "replaced_by"));
        assertEquals("void", text(atStripe(old), "status"));
        assertEquals(409, admin.act(id(old), "replace").status());
    }

    @Test
    void wrong_fields_of_a_replacement_leave_the_old_one_alone() {
        JsonObject old = admin.create(aLink()).json();

        Answer answer = admin.post("admin/api/payments/" + id(old) + "/replace", "{\"amount\":0}");

        assertEquals(400, answer.status());
        assertEquals("pending", text(admin.payment(id(old)), "status"));
    }

    @ParameterizedTest
    @CsvSource({"500, false", "500, true", "reset, true", "429, false"})
    void trouble_while_canceling_is_made_good(String kind, boolean afterEffect) {
        JsonObject invoice = admin.create(anInvoice()).json();
        StripeControls.fail("/void", kind, afterEffect, 1);

        Answer answer = admin.act(id(invoice), "cancel");

        assertTrue(Set.of(200, 202).contains(answer.status()));
        admin.await(id(invoice), "canceled");
        assertEquals("void", text(atStripe(invoice), "status"));
    }

    @Test
    void an_invoice_that_was_paid_meanwhile_is_not_withdrawn() {
        JsonObject invoice = admin.create(anInvoice()).json();
        StripeControls.deliver("off");
        try {
            StripeControls.pay(stripe(invoice, "invoice_id"), CARD);

            Answer answer = admin.act(id(invoice), "cancel");

            assertEquals(409, answer.status());
            assertEquals("pending", text(admin.payment(id(invoice)), "status"));
        } finally {
            StripeControls.deliver("on");
        }
    }

    @Test
    void a_link_whose_delayed_payment_failed_can_be_paid_again() {
        JsonObject link = admin.create(aLink("currency", "\"eur\"")).json();
        JsonObject debit = StripeControls.pay(stripe(link, "payment_link_id"), "DE62370400440532013001");
        StripeControls.settle(text(debit, "payment_intent"), "failed");

        admin.await(id(link), "failed");

        awaitHistory(id(link), "The link can be paid once more");
        StripeControls.pay(stripe(link, "payment_link_id"), CARD);
        admin.await(id(link), "paid");
    }

    @Test
    void a_link_with_a_debit_under_way_is_not_withdrawn_and_stays_switched_on() {
        JsonObject link = admin.create(aLink("currency", "\"eur\"")).json();
        StripeControls.deliver("off");
        try {
            StripeControls.pay(stripe(link, "payment_link_id"), "DE89370400440532013000");
            String key = UUID.randomUUID().toString();
            String cancel = "admin/api/payments/" + id(link) + "/cancel";

            Answer answer = admin.post(cancel, "", key);

            assertEquals(409, answer.status());
            assertEquals(409, admin.post(cancel, "", key).status(), "the first answer again");
            awaitHistory(id(link), "The link is switched on again");
            assertEquals("pending", text(admin.payment(id(link)), "status"));
        } finally {
            StripeControls.deliver("on");
        }
    }

    @Test
    void a_mail_is_queued_while_stripe_has_not_confirmed_what_it_is_to_bring() {
        StripeControls.fail("/v1/payment_links", "429", false, 1);

        JsonObject link = admin.create(aLink()).json();

        assertEquals("creating", text(link, "status"));
        assertEquals("queued", text(link.getAsJsonObject("email"), "state"));
        admin.await(id(link), "pending");
    }

    @Test
    void the_same_call_with_the_same_key_is_carried_out_once() {
        String key = UUID.randomUUID().toString();
        String body = anInvoice().toString();

        Answer first = admin.post("admin/payments/create", body, key);
        Answer second = admin.post("admin/payments/create", body, key);

        assertEquals(201, first.status());
        assertEquals(200, second.status());
        assertEquals(first.response().body(), second.response().body());
    }

    @Test
    void the_same_key_with_another_body_is_a_conflict() {
        String key = UUID.randomUUID().toString();
        admin.post("admin/payments/create", aLink().toString(), key);

        Answer other = admin.post("admin/payments/create", aLink("amount", "5").toString(), key);

        assertEquals(409, other.status());
    }

    @Test
    void a_body_that_was_refused_does_not_use_the_key_up() {
        String key = UUID.randomUUID().toString();
        assertEquals(
                400,
                admin.post("admin/payments/create", aLink("amount", "0").toString(), key)
                        .status());

        Answer corrected = admin.post("admin/payments/create", aLink().toString(), key);

        assertEquals(201, corrected.status());
    }

    @Test
    void calls_with_the_same_key_at_the_same_time_make_one_payment() {
        String key = UUID.randomUUID().toString();
        String body = aLink("project_name", "\"" + key + "\"").toString();

        List<String> ids = IntStream.range(0, 6)
                .parallel()
                .mapToObj(i -> admin.post("admin/api/payments", body, key))
                .map(answer -> id(answer.json()))
                .distinct()
                .toList();

        assertEquals(1, ids.size());
        assertEquals(
                1,
                admin.get("admin/api/payments?q=" + key)
                        .json()
                        .getAsJsonArray("data")
                        .size());
    }

    @Test
    void an_action_repeated_with_its_key_gets_its_first_answer() {
        String key = UUID.randomUUID().toString();
        JsonObject link = admin.create(aLink()).json();
        String cancel = "admin/api/payments/" + id(link) + "/cancel";

        Answer first = admin.post(cancel, "", key);
        Answer second = admin.post(cancel, "", key);

        assertEquals(200, first.status());
        assertEquals(200, second.status());
    }

    @Test
    void a_key_that_is_too_long_is_told() {
        Answer answer = admin.post("admin/payments/create", aLink().toString(), "k".repeat(256));

        assertEquals(400, answer.status());
    }

    private void awaitHistory(String id, String part) {
        Eventually.get(() -> history(id).stream()
                .filter(row -> text(row, "detail").contains(part))
                .findFirst());
    }

    private List<JsonObject> history(String id) {
        JsonArray rows =
                admin.get("admin/api/payments/" + id + "/history").json().getAsJsonArray("data");
        return IntStream.range(0, rows.size())
                .mapToObj(i -> rows.get(i).getAsJsonObject())
                .toList();
    }

    private static JsonObject atStripe(JsonObject payment) {
        return StripeControls.read("/v1/invoices/" + stripe(payment, "invoice_id"));
    }

    private static String stripe(JsonObject payment, String name) {
        return text(payment.getAsJsonObject("stripe"), name);
    }

    private static String id(JsonObject payment) {
        return text(payment, "id");
    }

    private static String text(JsonObject json, String name) {
        return json.get(name).getAsString();
    }
}
