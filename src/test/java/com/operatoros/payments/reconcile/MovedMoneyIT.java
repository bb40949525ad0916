package com.operatoros.payments.reconcile;

import static com.operatoros.payments.support.AdminApi.aLink;
import static com.operatoros.payments.support.AdminApi.anInvoice;
import static com.operatoros.payments.support.SignedEvents.tell;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.operatoros.payments.support.AdminApi;
import com.operatoros.payments.support.Eventually;
import com.operatoros.payments.support.RunningApplication;
import com.operatoros.payments.support.StripeControls;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What clients, banks and people in Stripe's dashboard do to money, told by webhooks ("on") or found by asking Stripe when no webhook
 * came (rules R2, P8, P9, P10 and E1).
 */
@ExtendWith(RunningApplication.class)
class MovedMoneyIT {

    private static final String CARD = "4242424242424242";

    private final AdminApi admin = AdminApi.asAdmin();

    private boolean isTold;

    @AfterEach
    void deliverAgain() {
        StripeControls.deliver("on");
    }

    private void deliver(String webhooks) {
        StripeControls.deliver(webhooks);
        isTold = webhooks.equals("on");
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "off"})
    void a_link_that_was_paid_with_a_code_is_accepted(String webhooks) {
        deliver(webhooks);
        JsonObject link = create(aLink("amount", 150));

        pay(link, ",'discount':5000");
        assertStands(link, "pending", "100.00 paid, 50.00 outstanding, 0.00 refunded [\"amount_mismatch\"] partly");
        JsonObject accepted = act(link, "accept", "{\"note\":\"As agreed\"}");

        assertEquals("paid", text(accepted, "status"));
        assertStands(link, "paid", "100.00 paid, 0.00 outstanding, 0.00 refunded []");
    }

    @ParameterizedTest
    @CsvSource({"on, accept, paid", "off, accept, paid", "on, cancel, canceled", "off, cancel, canceled"})
    void a_link_that_a_code_made_free_is_accepted_or_withdrawn(String webhooks, String action, String end) {
        deliver(webhooks);
        JsonObject link = create(aLink("amount", 150));

        StripeControls.use(
                "pay", "{'id':'%s','card':'" + CARD + "','discount':15000}", stripe(link, "payment_link_id"));
        assertStands(link, "pending", "0.00 paid, 150.00 outstanding, 0.00 refunded [\"amount_mismatch\"]");
        JsonObject ended = act(link, action, "{\"note\":\"A gift\"}");

        assertEquals(end, text(ended, "status"));
        assertStands(link, end, "0.00 paid, 0.00 outstanding, 0.00 refunded []");
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "off"})
    void an_invoice_whose_part_went_back_is_ended_by_a_credit_note_over_the_rest(String webhooks) {
        deliver(webhooks);
        JsonObject invoice = create(anInvoice("amount", 150));
        String intent = text(
                StripeControls.use(
                        "pay", "{'id':'%s','card':'" + CARD + "','amount':5000}", stripe(invoice, "invoice_id")),
                "payment_intent");
        assertStands(invoice, "pending", "50.00 paid, 100.00 outstanding, 0.00 refunded [] partly");
        StripeControls.refund(intent);
        assertStands(invoice, "pending", "50.00 paid, 100.00 outstanding, 50.00 refunded []");

        assertEquals(409, admin.act(text(invoice, "id"), "cancel").status(), "Stripe does not void it");
        act(invoice, "accept", "{\"note\":\"Called off\"}");

        assertStands(invoice, "paid", "50.00 paid, 0.00 outstanding, 50.00 refunded []");
        assertEquals("paid", text(StripeControls.read("/v1/invoices/" + stripe(invoice, "invoice_id")), "status"));
    }

    /** The money is on its way, so a link that is to be withdrawn stays, however often that is asked for. */
    @Test
    void a_withdrawal_may_be_refused_more_than_once() {
        deliver("off");
        JsonObject link = create(aLink("amount", 150, "currency", "\"eur\""));
        StripeControls.payByDebit(stripe(link, "payment_link_id"), "DE89370400440532013000");

        for (int i = 0; i < 2; i++) {
            Eventually.get(() -> Optional.of(admin.act(text(link, "id"), "cancel"))
                    .filter(answer ->
                            answer.status() == 409 && answer.response().body().contains("on its way")));
        }

        Eventually.get(() -> Optional.of(StripeControls.read("/v1/payment_links/" + stripe(link, "payment_link_id")))
                .filter(there -> there.get("active").getAsBoolean()));
        assertStands(link, "processing", "0.00 paid, 150.00 outstanding, 0.00 refunded []");
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "off"})
    void what_was_paid_too_much_on_a_link_goes_back(String webhooks) {
        deliver(webhooks);
        JsonObject link = create(aLink("amount", 150));

        pay(link, ",'quantity':2");
        assertStands(
                link, "pending", "300.00 paid, 0.00 outstanding, 0.00 refunded [\"overpaid\",\"amount_mismatch\"]");
        act(link, "refund", "{\"amount\":150}");

        assertStands(link, "paid", "300.00 paid, 0.00 outstanding, 150.00 refunded []");
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "off"})
    void a_link_is_paid_half_outside_and_half_online(String webhooks) {
        deliver(webhooks);
        JsonObject link = create(aLink("amount", 150));

        JsonObject half = act(link, "mark-paid", "{\"amount\":50,\"note\":\"In cash\"}");
        assertStands(link, "pending", "50.00 paid, 100.00 outstanding, 0.00 refunded [] partly");
        assertNotEquals(stripe(link, "payment_link_id"), stripe(half, "payment_link_id"));
        tell(
                "payment_link.updated",
                1,
                StripeControls.read("/v1/payment_links/" + stripe(link, "payment_link_id"))
                        .toString());
        assertEquals(stripe(half, "payment_link_id"), stripe(admin.payment(text(link, "id")), "payment_link_id"));
        pay(half, "");

        assertStands(link, "paid", "150.00 paid, 0.00 outstanding, 0.00 refunded []");
        assertEquals(List.of(), differences(link));
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "off"})
    void a_part_of_an_invoice_is_recorded_outside_at_stripe(String webhooks) {
        deliver(webhooks);
        JsonObject invoice = create(anInvoice("amount", 150));

        StripeControls.use("pay_outside", "{'invoice':'%s','amount':5000}", stripe(invoice, "invoice_id"));
        assertStands(invoice, "pending", "50.00 paid, 100.00 outstanding, 0.00 refunded [] partly");
        pay(invoice, "");

        assertStands(invoice, "paid", "150.00 paid, 0.00 outstanding, 0.00 refunded []");
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "off"})
    void a_credited_invoice_asks_for_the_rest(String webhooks) {
        deliver(webhooks);
        JsonObject invoice = create(anInvoice("amount", 1500));

        StripeControls.use("credit_note", "{'invoice':'%s','amount':20000}", stripe(invoice, "invoice_id"));
        assertStands(invoice, "pending", "0.00 paid, 1300.00 outstanding, 0.00 refunded []");
        pay(invoice, "");

        assertStands(invoice, "paid", "1300.00 paid, 0.00 outstanding, 0.00 refunded []");
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "off"})
    void an_edited_invoice_is_followed_without_our_name_on_it(String webhooks) {
        deliver(webhooks);
        JsonObject invoice = create(anInvoice("amount", 150));

        JsonObject edited = StripeControls.use(
                "edit_invoice", "{'id':'%s','amount':12000,'metadata':'drop'}", stripe(invoice, "invoice_id"));
        assertStands(invoice, "pending", "0.00 paid, 120.00 outstanding, 0.00 refunded []");
        JsonObject followed = admin.payment(text(invoice, "id"));
        pay(followed, "");

        assertEquals(text(edited, "id"), stripe(followed, "invoice_id"));
        assertEquals(text(edited, "number"), stripe(followed, "invoice_number"));
        assertStands(invoice, "paid", "120.00 paid, 0.00 outstanding, 0.00 refunded []");
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "off"})
    void a_bank_transfer_comes_in_two_parts_days_later(String webhooks) {
        deliver(webhooks);
        JsonObject link = create(aLink("amount", 150));

        String intent = chooseTransfer(link);
        assertStands(link, "pending", "0.00 paid, 150.00 outstanding, 0.00 refunded []");
        StripeControls.use("transfer", "{'payment_intent':'%s','amount':4000}", intent);
        assertStands(link, "pending", "0.00 paid, 150.00 outstanding, 0.00 refunded []");
        StripeControls.use("transfer", "{'payment_intent':'%s'}", intent);

        assertStands(link, "paid", "150.00 paid, 0.00 outstanding, 0.00 refunded []");
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "off"})
    void a_transfer_that_was_never_made_is_called_off_with_its_payment(String webhooks) {
        deliver(webhooks);
        JsonObject link = create(aLink("amount", 150));
        String intent = chooseTransfer(link);
        awaitIntent(link, intent);

        JsonObject canceled = act(link, "cancel", "{}");

        assertEquals("canceled", text(canceled, "status"));
        assertEquals("canceled", text(StripeControls.read("/v1/payment_intents/" + intent), "status"));
    }

    private void awaitIntent(JsonObject link, String intent) {
        heal(link);
        Eventually.get(() -> Optional.of(admin.payment(text(link, "id")))
                .filter(payment -> payment.getAsJsonObject("stripe").toString().contains(intent)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "off"})
    void a_refund_that_comes_back_is_taken_back(String webhooks) {
        deliver(webhooks);
        JsonObject link = create(aLink("amount", 150));
        String intent = pay(link, "");
        assertStands(link, "paid", "150.00 paid, 0.00 outstanding, 0.00 refunded []");

        String refund = text(
                StripeControls.use("refund", "{'payment_intent':'%s','status':'requires_action'}", intent), "refund");
        StripeControls.use("refund/move", "{'refund':'%s','status':'succeeded'}", refund);
        assertStands(link, "paid", "150.00 paid, 0.00 outstanding, 150.00 refunded []");
        StripeControls.use("refund/move", "{'refund':'%s','status':'failed'}", refund);

        assertStands(link, "paid", "150.00 paid, 0.00 outstanding, 0.00 refunded [\"refund_failed\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "off"})
    void a_dispute_that_was_born_lost_is_won_after_all(String webhooks) {
        deliver(webhooks);
        JsonObject link = create(aLink("amount", 150));
        String intent = pay(link, "");

        StripeControls.use("dispute", "{'payment_intent':'%s','status':'lost'}", intent);
        assertStands(link, "paid", "150.00 paid, 0.00 outstanding, 0.00 refunded [\"disputed\"]");
        StripeControls.use("dispute/reverse", "{'payment_intent':'%s','outcome':'won'}", intent);

        assertStands(link, "paid", "150.00 paid, 0.00 outstanding, 0.00 refunded []");
        assertEquals("won", text(admin.payment(text(link, "id")).getAsJsonObject("dispute"), "status"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "off"})
    void an_invoice_is_settled_in_part_from_the_balance_of_the_client(String webhooks) {
        deliver(webhooks);
        String email = "balance-" + webhooks + "@example.com";
        create(anInvoice("amount", 10, "client_email", '"' + email + '"'));
        StripeControls.use("balance", "{'email':'%s','credit':3000,'currency':'usd'}", email);

        JsonObject invoice = create(anInvoice("amount", 150, "client_email", '"' + email + '"'));
        assertStands(invoice, "pending", "0.00 paid, 120.00 outstanding, 0.00 refunded []");
        pay(invoice, "");

        assertStands(invoice, "paid", "120.00 paid, 0.00 outstanding, 0.00 refunded []");
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "off"})
    void a_client_who_saw_another_currency_has_just_paid(String webhooks) {
        deliver(webhooks);
        JsonObject link = create(aLink("amount", 150));

        pay(link, ",'presentment_amount':13900,'presentment_currency':'eur'");

        assertStands(link, "paid", "150.00 paid, 0.00 outstanding, 0.00 refunded []");
    }

    /** Stripe tells of a suspicion nowhere but in its events. */
    @Test
    void a_suspicion_of_a_bank_is_found_among_the_events() {
        StripeControls.deliver("off");
        JsonObject link = create(aLink("amount", 150));
        String intent = pay(link, "");
        StripeControls.use("fraud_warning", "{'payment_intent':'%s'}", intent);

        assertEquals(200, admin.post("admin/api/drift/sweep", "").status());

        JsonObject warned = admin.payment(text(link, "id"));
        assertEquals("paid", text(warned, "status"));
        assertEquals("[\"fraud_warning\"]", warned.getAsJsonArray("attention").toString());
    }

    @Test
    void a_copy_of_a_link_and_a_connected_account_pay_nothing_of_ours() {
        JsonObject link = create(aLink("amount", 150));
        JsonObject copy = StripeControls.use("copy", "{'id':'%s'}", stripe(link, "payment_link_id"));
        StripeControls.pay(text(copy, "id"), CARD);

        admin.act(text(link, "id"), "sync");

        assertStands(link, "pending", "0.00 paid, 150.00 outstanding, 0.00 refunded []");
        assertEquals(stripe(link, "payment_link_id"), stripe(admin.payment(text(link, "id")), "payment_link_id"));
    }

    /** What a comparison of the payment leaves to a person. */
    private List<String> differences(JsonObject payment) {
        admin.act(text(payment, "id"), "sync");
        return StreamSupport.stream(
                        admin.get("admin/api/drift")
                                .json()
                                .getAsJsonArray("items")
                                .spliterator(),
                        false)
                .map(JsonElement::getAsJsonObject)
                .filter(item -> item.toString().contains(text(payment, "id")))
                .map(JsonElement::toString)
                .toList();
    }

    private JsonObject create(JsonObject payment) {
        return admin.create(payment).json();
    }

    private String pay(JsonObject payment, String more) {
        String id = payment.getAsJsonObject("stripe").get("payment_link_id").isJsonNull()
                ? stripe(payment, "invoice_id")
                : stripe(payment, "payment_link_id");
        return text(StripeControls.use("pay", "{'id':'%s','card':'" + CARD + "'" + more + "}", id), "payment_intent");
    }

    private String chooseTransfer(JsonObject link) {
        return text(
                StripeControls.use("pay", "{'id':'%s','transfer':true}", stripe(link, "payment_link_id")),
                "payment_intent");
    }

    private JsonObject act(JsonObject payment, String action, String body) {
        AdminApi.Answer answer = admin.post("admin/api/payments/" + text(payment, "id") + "/" + action, body);
        assertEquals(200, answer.status(), answer.response().body());
        return answer.json();
    }

    private void heal(JsonObject payment) {
        if (!isTold) {
            admin.act(text(payment, "id"), "sync");
        }
    }

    private void assertStands(JsonObject payment, String status, String money) {
        String wanted = status + ": " + money;
        String[] last = new String[1];
        try {
            Eventually.get(() -> {
                heal(payment);
                last[0] = standing(admin.payment(text(payment, "id")));
                return Optional.of(last[0]).filter(wanted::equals);
            });
        } catch (AssertionError tooLate) {
            assertEquals(wanted, last[0]);
        }
    }

    private static String standing(JsonObject payment) {
        return text(payment, "status") + ": " + text(payment, "amount_paid") + " paid, " + text(payment, "outstanding")
                + " outstanding, " + text(payment, "amount_refunded") + " refunded " + payment.get("attention")
                + (payment.get("partly_paid").getAsBoolean() ? " partly" : "");
    }

    private static String stripe(JsonObject payment, String name) {
        return text(payment.getAsJsonObject("stripe"), name);
    }

    private static String text(JsonObject json, String name) {
        return json.get(name).getAsString();
    }
}
