package com.operatoros.payments.webhook;

import static com.operatoros.payments.support.AdminApi.aLink;
import static com.operatoros.payments.support.AdminApi.anInvoice;
import static com.operatoros.payments.support.SignedEvents.tell;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.operatoros.payments.support.AdminApi;
import com.operatoros.payments.support.AdminApi.Answer;
import com.operatoros.payments.support.RunningApplication;
import com.operatoros.payments.support.SignedEvents;
import com.operatoros.payments.support.StripeControls;
import com.operatoros.payments.support.TestEnvironment;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What people, banks and Stripe's dashboard do to a payment, as Stripe tells it (rules W4, W8, P8, P9 and N7). Stripe's own events
 * are held back, so that only those of a test are heard.
 */
@ExtendWith(RunningApplication.class)
class MoneyAsItMovesIT {

    private static final long DUE = 250_000;

    private final AdminApi admin = AdminApi.asAdmin();

    @BeforeEach
    void holdBack() {
        StripeControls.deliver("off");
    }

    @AfterEach
    void deliverAgain() {
        StripeControls.deliver("on");
    }

    @Test
    void a_copy_of_a_link_changes_nothing_of_ours_and_is_told_once() {
        JsonObject link = admin.create(aLink()).json();
        String own = stripe(link, "payment_link_id");
        String copy = "{\"id\":\"plink_copy_" + id(link) + "\",\"object\":\"payment_link\",\"active\":true,"
                + metadata(link) + "}";

        assertEquals("ignored", outcome(tell("payment_link.created", 1, copy)));
        assertEquals("ignored", outcome(tell("payment_link.updated", 2, copy)));

        assertEquals(own, stripe(admin.payment(id(link)), "payment_link_id"));
        assertEquals(List.of("A copy of a payment exists at Stripe"), notices(link));
        assertEquals("canceled", text(admin.act(id(link), "cancel").json(), "status"));
        assertFalse(
                StripeControls.read("/v1/payment_links/" + own).get("active").getAsBoolean());
    }

    @Test
    void money_that_a_client_pays_on_a_copy_does_not_pay_ours() {
        JsonObject link = admin.create(aLink()).json();
        String copy = "plink_copy_" + id(link);
        tell(
                "payment_link.created",
                1,
                "{\"id\":\"" + copy + "\",\"object\":\"payment_link\",\"active\":true," + metadata(link) + "}");

        Answer session = tell(
                "checkout.session.completed",
                2,
                "{\"id\":\"cs_copy_" + id(link) + "\",\"object\":\"checkout.session\",\"payment_status\":\"paid\","
                        + "\"status\":\"complete\",\"amount_total\":1999,\"currency\":\"usd\",\"payment_link\":\""
                        + copy
                        + "\",\"payment_intent\":\"pi_copy_" + id(link) + "\"," + metadata(link) + "}");
        Answer intent = SignedEvents.deliver(SignedEvents.intentSucceeded("evt_" + UUID.randomUUID(), id(link), 1999)
                .replaceAll("\"pi_evt_[^\"]*", "\"pi_copy_" + id(link)));

        assertEquals("ignored", outcome(session));
        assertEquals("ignored", outcome(intent));
        assertEquals("pending", status(link));
    }

    /** By its name alone the money could not be told from ours; the page on which it was paid can. */
    @Test
    void money_that_was_taken_for_ours_before_its_page_was_known_is_let_go_of() {
        JsonObject link = admin.create(aLink()).json();
        String copy = "plink_copy_" + id(link);
        String intent = "pi_copy_" + id(link);
        SignedEvents.deliver(SignedEvents.intentSucceeded("evt_" + UUID.randomUUID(), id(link), 1999)
                .replaceAll("\"pi_evt_[^\"]*", "\"" + intent));
        assertEquals("paid", status(link));

        Answer session = tell(
                "checkout.session.completed",
                2,
                "{\"id\":\"cs_copy_" + id(link) + "\",\"object\":\"checkout.session\",\"payment_status\":\"paid\","
                        + "\"status\":\"complete\",\"amount_total\":1999,\"currency\":\"usd\",\"payment_link\":\""
                        + copy
                        + "\",\"payment_intent\":\"" + intent + "\"," + metadata(link) + "}");
        JsonObject after = admin.payment(id(link));
        SignedEvents.deliver(SignedEvents.intentSucceeded("evt_" + UUID.randomUUID(), id(link), 1999)
                .replaceAll("\"pi_evt_[^\"]*", "\"" + intent));

        assertEquals("ignored", outcome(session));
        assertEquals("pending", text(after, "status"));
        assertEquals(0, after.get("amount_paid_minor").getAsLong());
        assertEquals(1999, after.get("outstanding_minor").getAsLong());
        assertTrue(after.getAsJsonObject("stripe").get("payment_intent_id").isJsonNull());
        assertEquals("pending", status(link));
        tell("checkout.session.completed", 3, session(link, "paid", "pi_" + id(link), ""));
        assertSettled(link, 1999);
    }

    @ParameterizedTest
    @ValueSource(strings = {"invoice.voided", "invoice.paid", "invoice.marked_uncollectible"})
    void a_copy_of_an_invoice_changes_nothing_of_ours(String type) {
        JsonObject invoice = admin.create(anInvoice()).json();
        String state = type.equals("invoice.voided") ? "void" : type.equals("invoice.paid") ? "paid" : "uncollectible";

        Answer answer =
                tell(type, 5, invoice("in_copy_" + id(invoice), state, DUE, "\"amount_paid\":0," + metadata(invoice)));

        assertEquals("ignored", outcome(answer));
        assertEquals("pending", status(invoice));
        assertEquals(List.of("A copy of a payment exists at Stripe"), notices(invoice));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_edited_invoice_is_followed_with_or_without_our_name_on_it(boolean isVoidFirst) {
        JsonObject invoice = admin.create(anInvoice()).json();
        String old = stripe(invoice, "invoice_id");
        String next = "in_rev_" + id(invoice);
        String voided = SignedEvents.event(
                "invoice.voided",
                10,
                invoice(old, "void", DUE, "\"amount_paid\":0,\"latest_revision\":\"" + next + "\""));
        String opened = SignedEvents.event(
                "invoice.finalized",
                10,
                invoice(
                        next,
                        "open",
                        90_000,
                        "\"amount_paid\":0,\"number\":\"R-2\",\"hosted_invoice_url\":\"https://pay.example/r2\","
                                + "\"invoice_pdf\":\"https://pay.example/r2.pdf\","
                                + "\"from_invoice\":{\"action\":\"revision\",\"invoice\":\"" + old + "\"}"));

        SignedEvents.deliver(isVoidFirst ? voided : opened);
        SignedEvents.deliver(isVoidFirst ? opened : voided);

        JsonObject edited = admin.payment(id(invoice));
        assertEquals("pending", text(edited, "status"));
        assertEquals(next, stripe(edited, "invoice_id"));
        assertEquals("R-2", stripe(edited, "invoice_number"));
        assertEquals(90_000, edited.get("amount_minor").getAsLong());
        assertEquals(90_000, edited.get("outstanding_minor").getAsLong());
        assertEquals("https://pay.example/r2.pdf", text(edited, "pdf_url"));
        assertTrue(history(invoice).contains("$2,500.00 became $900.00"), history(invoice));
        tell("invoice.paid", 20, invoice(next, "paid", 90_000, "\"amount_paid\":90000"));
        assertSettled(invoice, 90_000);
    }

    @Test
    void a_credit_note_before_payment_lowers_what_is_owed() {
        JsonObject invoice = admin.create(anInvoice()).json();
        String own = stripe(invoice, "invoice_id");

        tell("credit_note.created", 5, creditNote(own, 20_000, "issued", ""));
        assertEquals(
                230_000, admin.payment(id(invoice)).get("outstanding_minor").getAsLong());
        assertEquals(20_000, admin.payment(id(invoice)).get("credited_minor").getAsLong());
        tell(
                "invoice.paid",
                20,
                invoice(own, "paid", DUE, "\"amount_paid\":230000,\"pre_payment_credit_notes_amount\":20000"));

        assertSettled(invoice, 230_000);
    }

    @Test
    void an_invoice_that_is_paid_after_a_discount_or_from_the_balance_is_paid() {
        JsonObject discounted = admin.create(anInvoice()).json();
        JsonObject balanced = admin.create(anInvoice()).json();

        tell(
                "invoice.paid",
                20,
                invoice(
                        stripe(discounted, "invoice_id"),
                        "paid",
                        225_000,
                        "\"amount_paid\":225000,\"total_discount_amounts\":[{\"amount\":25000,\"discount\":\"di_1\"}]"));
        tell(
                "invoice.paid",
                20,
                invoice(
                        stripe(balanced, "invoice_id"),
                        "paid",
                        DUE,
                        "\"amount_paid\":0,\"starting_balance\":-250000,\"ending_balance\":0"));

        assertSettled(discounted, 225_000);
        assertSettled(balanced, 0);
    }

    @Test
    void a_part_that_somebody_recorded_as_paid_elsewhere_is_a_part() {
        JsonObject invoice = admin.create(anInvoice()).json();

        tell(
                "invoice_payment.paid",
                5,
                "{\"id\":\"inpay_1\",\"object\":\"invoice_payment\",\"invoice\":\"" + stripe(invoice, "invoice_id")
                        + "\",\"status\":\"paid\",\"amount_paid\":50000,\"amount_requested\":50000,\"currency\":\"usd\","
                        + "\"payment\":{\"type\":\"payment_record\",\"payment_record\":\"pr_" + id(invoice) + "\"}}");

        JsonObject part = admin.payment(id(invoice));
        assertEquals("pending", text(part, "status"));
        assertEquals(50_000, part.get("amount_paid_minor").getAsLong());
        assertEquals(200_000, part.get("outstanding_minor").getAsLong());
        assertTrue(part.get("partly_paid").getAsBoolean());
        assertEquals(List.of("Part of a payment received"), notices(invoice));
    }

    @Test
    void a_dispute_stands_as_it_was_told_last_in_both_directions() {
        JsonObject link = aPaidLink();

        tell("charge.dispute.created", 10, dispute(link, "needs_response", "usd", 1999));
        tell("charge.dispute.closed", 20, dispute(link, "lost", "usd", 1999));
        assertEquals("lost", dispute(link));
        tell("charge.dispute.closed", 30, dispute(link, "won", "usd", 1999));
        assertEquals("won", dispute(link));
        tell("charge.dispute.updated", 25, dispute(link, "under_review", "usd", 1999));

        assertEquals("won", dispute(link), "what is older does not count, whenever it comes");
    }

    @Test
    void an_inquiry_that_was_closed_may_become_a_chargeback() {
        JsonObject link = aPaidLink();
        tell("charge.dispute.created", 10, dispute(link, "warning_needs_response", "usd", 1999));
        tell("charge.dispute.closed", 20, dispute(link, "warning_closed", "usd", 1999));
        assertEquals(0, attention(link).size());

        tell("charge.dispute.updated", 30, dispute(link, "needs_response", "usd", 1999));

        assertEquals("needs_response", dispute(link));
        assertEquals(1, attention(link).size());
    }

    @Test
    void a_dispute_that_is_lost_won_and_lost_again_is_told_each_time() {
        JsonObject link = aPaidLink();
        tell("charge.dispute.created", 10, dispute(link, "needs_response", "usd", 1999));
        tell("charge.dispute.closed", 20, dispute(link, "lost", "usd", 1999));
        tell("charge.dispute.updated", 30, dispute(link, "won", "usd", 1999));
        tell("charge.dispute.updated", 40, dispute(link, "lost", "usd", 1999));

        assertEquals(
                2,
                notices(link).stream().filter(title -> title.contains("lost")).count(),
                notices(link).toString());
    }

    @Test
    void a_dispute_that_is_lost_from_the_beginning_needs_a_look_and_names_its_currency() {
        JsonObject link = aPaidLink();

        tell(
                "charge.dispute.created",
                10,
                dispute(link, "lost", "eur", 1850).replace("\"due_by\":1796000000", "\"due_by\":null"));

        JsonObject disputed = admin.payment(id(link));
        assertEquals("eur", text(disputed.getAsJsonObject("dispute"), "currency"));
        assertEquals("disputed", attention(link).get(0).getAsString());
        assertEquals(409, admin.act(id(link), "refund").status(), "the bank holds it");
    }

    @Test
    void what_happens_in_a_connected_account_is_nobodys_here() {
        JsonObject link = admin.create(aLink()).json();
        String event = SignedEvents.intentSucceeded("evt_" + UUID.randomUUID(), id(link), 1999)
                .replace("\"livemode\":false", "\"livemode\":false,\"account\":\"acct_of_another\"");

        assertEquals("ignored", outcome(SignedEvents.deliver(event)));

        assertEquals("pending", status(link));
    }

    @Test
    void a_thin_event_is_acknowledged_and_counted() throws SQLException {
        String type = "v1.billing.meter." + UUID.randomUUID();

        Answer answer = SignedEvents.deliver("{\"id\":\"evt_test_1\",\"object\":\"v2.core.event\",\"type\":\"" + type
                + "\",\"livemode\":false,\"created\":\"2026-11-26T00:00:00Z\"}");

        assertEquals(200, answer.status());
        assertEquals("ignored", outcome(answer));
        assertEquals(
                1,
                count("select count from operatoros_payments.stripe_event_count where why = 'thin' and type = '" + type
                        + "'"));
    }

    @Test
    void a_transfer_that_a_client_has_chosen_is_waited_for_and_can_be_called_off() {
        JsonObject link = admin.create(aLink()).json();
        String intent = "pi_" + id(link);
        String waiting = "{\"id\":\"" + intent
                + "\",\"object\":\"payment_intent\",\"status\":\"requires_action\",\"amount\":1999,"
                + "\"currency\":\"usd\",\"next_action\":{\"type\":\"display_bank_transfer_instructions\"},"
                + metadata(link) + "}";

        tell("checkout.session.completed", 1, session(link, "unpaid", intent, ""));
        tell("payment_intent.requires_action", 1, waiting);
        assertEquals("pending", status(link));
        assertTrue(history(link).contains("transfer"), history(link));
        tell("payment_intent.canceled", 9, waiting.replace("requires_action", "canceled"));

        assertEquals("pending", status(link));
        SignedEvents.deliver(SignedEvents.intentSucceeded("evt_" + UUID.randomUUID(), id(link), 1999));
        assertEquals("paid", status(link));
    }

    @Test
    void a_transfer_that_is_chosen_after_a_declined_card_is_waited_for() {
        JsonObject link = admin.create(aLink()).json();
        String intent = "pi_" + id(link);
        tell(
                "payment_intent.payment_failed",
                1,
                "{\"id\":\"" + intent + "\",\"object\":\"payment_intent\",\"status\":\"requires_payment_method\","
                        + "\"amount\":1999,\"currency\":\"usd\",\"latest_charge\":\"ch_" + id(link)
                        + "\",\"last_payment_error\":{\"code\":\"card_declined\",\"message\":\"No.\",\"charge\":\"ch_"
                        + id(link) + "\"}," + metadata(link) + "}");
        assertEquals("failed", status(link));

        tell(
                "payment_intent.requires_action",
                60,
                "{\"id\":\"" + intent + "\",\"object\":\"payment_intent\",\"status\":\"requires_action\","
                        + "\"amount\":1999,\"currency\":\"usd\","
                        + "\"next_action\":{\"type\":\"display_bank_transfer_instructions\"}," + metadata(link) + "}");

        assertEquals("pending", status(link));
    }

    /** As the dashboard makes one of each payment of a link, if somebody has asked it to. */
    @Test
    void an_invoice_that_stripe_makes_of_a_paid_link_is_no_copy() {
        JsonObject link = aPaidLink();

        Answer paid = tell(
                "invoice_payment.paid",
                5,
                "{\"id\":\"inpay_" + id(link)
                        + "\",\"object\":\"invoice_payment\",\"status\":\"paid\",\"amount_paid\":1999,"
                        + "\"currency\":\"usd\",\"invoice\":\"in_of_" + id(link)
                        + "\",\"payment\":{\"type\":\"payment_intent\",\"payment_intent\":\"pi_" + id(link) + "\"}}");

        assertEquals("ignored", outcome(paid));
        assertEquals(List.of("Payment received"), notices(link));
        assertSettled(link, 1999);
    }

    @Test
    void a_second_suspicion_is_told_as_the_first_one() {
        JsonObject link = aPaidLink();
        tell("review.opened", 10, review(link, "1", "rule"));
        tell("review.closed", 20, review(link, "1", "approved"));
        assertEquals(0, attention(link).size());

        tell("review.opened", 30, review(link, "2", "rule"));

        assertEquals("[\"under_review\"]", attention(link).toString());
        assertEquals(
                2,
                notices(link).stream().filter(title -> title.contains("review")).count(),
                notices(link).toString());
    }

    private static String review(JsonObject link, String number, String reason) {
        return "{\"id\":\"prv_" + number + id(link) + "\",\"object\":\"review\",\"open\":" + reason.equals("rule")
                + ",\"reason\":\"" + reason + "\",\"charge\":\"ch_" + id(link) + "\",\"payment_intent\":\"pi_"
                + id(link) + "\"}";
    }

    @Test
    void who_paid_and_how_is_known() {
        JsonObject link = admin.create(aLink()).json();
        String intent = "pi_" + id(link);
        tell(
                "checkout.session.completed",
                1,
                session(
                        link,
                        "paid",
                        intent,
                        "\"customer_details\":{\"name\":\"Ada Müller\",\"email\":\"ada@müller.example\"},"));
        tell(
                "charge.succeeded",
                1,
                "{\"id\":\"ch_" + id(link) + "\",\"object\":\"charge\",\"status\":\"succeeded\",\"amount\":1999,"
                        + "\"currency\":\"usd\",\"payment_intent\":\"" + intent
                        + "\",\"billing_details\":{\"name\":\"CARD HOLDER\"},"
                        + "\"payment_method_details\":{\"type\":\"card\",\"card\":{\"brand\":\"visa\",\"last4\":\"4242\"}}}");

        JsonObject paid = admin.payment(id(link));
        assertEquals("Ada Müller", text(paid.getAsJsonObject("payer"), "name"));
        assertEquals("ada@müller.example", text(paid.getAsJsonObject("payer"), "email"));
        assertEquals(
                "{\"type\":\"card\",\"brand\":\"visa\",\"last4\":\"4242\"}",
                paid.get("method").toString());
        assertTrue(paid.get("fee").isJsonNull());
        assertEquals(
                1,
                admin.get("admin/api/payments?q=ADA@M%C3%9CLLER.example")
                        .json()
                        .getAsJsonArray("data")
                        .size());
    }

    @Test
    void a_client_who_saw_another_currency_has_just_paid() {
        JsonObject now = admin.create(aLink()).json();
        JsonObject before = admin.create(aLink()).json();

        tell(
                "checkout.session.completed",
                1,
                session(
                        now,
                        "paid",
                        "pi_" + id(now),
                        "\"customer_details\":{\"email\":\"a@example.com\"},"
                                + "\"presentment_details\":{\"presentment_amount\":1850,\"presentment_currency\":\"eur\"},"));
        tell(
                "checkout.session.completed",
                1,
                session(
                                before,
                                "paid",
                                "pi_" + id(before),
                                "\"customer_details\":{\"email\":\"a@example.com\"},"
                                        + "\"currency_conversion\":{\"amount_subtotal\":1999,\"amount_total\":1999,\"fx_rate\":\"0.92\",\"source_currency\":\"usd\"},")
                        .replace(
                                "\"amount_total\":1999,\"currency\":\"usd\"",
                                "\"amount_total\":1850,\"currency\":\"eur\""));

        for (JsonObject link : List.of(now, before)) {
            assertSettled(link, 1999);
            assertTrue(history(link).contains("The client saw and paid €18.50"), history(link));
        }
    }

    @Test
    void many_failures_are_one_piece_of_news_that_counts_and_warns() throws SQLException {
        JsonObject link = admin.create(aLink()).json();
        for (int i = 0; i < 60; i++) {
            SignedEvents.deliver(SignedEvents.intentFailed(id(link), "pi_" + i + "_" + id(link), "generic_decline"));
        }

        assertEquals(List.of("Many attempts failed"), notices(link));
        assertEquals("card_testing", attention(link).get(0).getAsString());
        long mails =
                count("select count(*) from operatoros_payments.mail_outbox where kind = 'notice' and payment_id = '"
                        + id(link) + "'");
        assertTrue(mails <= 4, mails + " mails");
    }

    @Test
    void a_fraud_that_a_bank_suspects_is_told_until_the_money_is_back() {
        JsonObject link = aPaidLink();
        tell(
                "radar.early_fraud_warning.created",
                10,
                "{\"id\":\"issfr_1\",\"object\":\"radar.early_fraud_warning\",\"actionable\":true,\"charge\":\"ch_"
                        + id(link) + "\",\"payment_intent\":\"pi_" + id(link)
                        + "\",\"fraud_type\":\"unauthorized_use_of_card\"}");
        assertEquals("fraud_warning", attention(link).get(0).getAsString());

        tell(
                "refund.created",
                20,
                "{\"id\":\"re_" + id(link)
                        + "\",\"object\":\"refund\",\"status\":\"succeeded\",\"amount\":1999,\"currency\":\"usd\","
                        + "\"payment_intent\":\"pi_" + id(link) + "\",\"created\":1795348820}");

        assertEquals(0, attention(link).size());
    }

    private JsonObject aPaidLink() {
        JsonObject link = admin.create(aLink()).json();
        tell("checkout.session.completed", 1, session(link, "paid", "pi_" + id(link), ""));
        assertEquals("paid", status(link));
        return link;
    }

    private void assertSettled(JsonObject payment, long arrived) {
        JsonObject now = admin.payment(id(payment));
        assertEquals("paid", text(now, "status"));
        assertEquals(arrived, now.get("amount_paid_minor").getAsLong());
        assertEquals(0, now.get("outstanding_minor").getAsLong());
        assertEquals(
                0, now.getAsJsonArray("attention").size(), now.get("attention").toString());
    }

    private static String session(JsonObject link, String paymentStatus, String intent, String more) {
        return "{\"id\":\"cs_" + id(link)
                + "\",\"object\":\"checkout.session\",\"status\":\"complete\",\"payment_status\":\""
                + paymentStatus + "\",\"amount_total\":1999,\"currency\":\"usd\",\"payment_link\":\""
                + stripe(link, "payment_link_id") + "\",\"payment_intent\":\"" + intent + "\"," + more + metadata(link)
                + "}";
    }

    private static String invoice(String id, String status, long total, String more) {
        return "{\"id\":\"" + id + "\",\"object\":\"invoice\",\"status\":\"" + status + "\",\"total\":" + total
                + ",\"currency\":\"usd\"," + more + "}";
    }

    private static String creditNote(String invoice, long minor, String status, String more) {
        return "{\"id\":\"cn_" + invoice + "\",\"object\":\"credit_note\",\"invoice\":\"" + invoice + "\",\"status\":\""
                + status
                + "\",\"type\":\"pre_payment\",\"amount\":" + minor + ",\"pre_payment_amount\":" + minor
                + ",\"currency\":\"usd\",\"created\":1795348805,\"number\":\"CN-1\"" + more + "}";
    }

    private static String dispute(JsonObject link, String status, String currency, long minor) {
        return "{\"id\":\"du_" + id(link) + "\",\"object\":\"dispute\",\"status\":\"" + status + "\",\"amount\":"
                + minor
                + ",\"currency\":\"" + currency + "\",\"reason\":\"fraudulent\",\"payment_intent\":\"pi_" + id(link)
                + "\",\"charge\":\"ch_" + id(link)
                + "\",\"created\":1795348810,\"evidence_details\":{\"due_by\":1796000000}}";
    }

    private String dispute(JsonObject link) {
        return text(admin.payment(id(link)).getAsJsonObject("dispute"), "status");
    }

    private static String metadata(JsonObject payment) {
        return "\"metadata\":{\"operatoros_payment_id\":\"" + id(payment) + "\"}";
    }

    private String status(JsonObject payment) {
        return text(admin.payment(id(payment)), "status");
    }

    private JsonArray attention(JsonObject payment) {
        return admin.payment(id(payment)).getAsJsonArray("attention");
    }

    private String history(JsonObject payment) {
        return admin.get("admin/api/payments/" + id(payment) + "/history")
                .response()
                .body();
    }

    private List<String> notices(JsonObject payment) {
        JsonArray all = admin.get("admin/api/notifications?limit=100").json().getAsJsonArray("data");
        return StreamSupport.stream(all.spliterator(), false)
                .map(notice -> notice.getAsJsonObject())
                .filter(notice ->
                        !notice.getAsJsonObject("data").get("payment_id").isJsonNull())
                .filter(notice ->
                        text(notice.getAsJsonObject("data"), "payment_id").equals(id(payment)))
                .map(notice -> text(notice, "title"))
                .toList();
    }

    private static String outcome(Answer answer) {
        return text(answer.json(), "outcome");
    }

    private static String id(JsonObject payment) {
        return text(payment, "id");
    }

    private static String stripe(JsonObject payment, String name) {
        return text(payment.getAsJsonObject("stripe"), name);
    }

    private static String text(JsonObject json, String name) {
        return json.get(name).getAsString();
    }

    private static long count(String query) throws SQLException {
        try (Connection connection = TestEnvironment.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }
}
