package com.operatoros.payments.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.operatoros.payments.support.AdminApi.aLink;
import static com.operatoros.payments.support.AdminApi.anInvoice;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.SelectOption;
import com.operatoros.payments.support.AdminApi;
import com.operatoros.payments.support.AdminBrowser;
import com.operatoros.payments.support.Chromium;
import com.operatoros.payments.support.Eventually;
import com.operatoros.payments.support.RunningApplication;
import com.operatoros.payments.support.StripeControls;
import com.operatoros.payments.support.TestEnvironment;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What becomes of a payment after the money came, as the admin sees it: refunds, disputes, late reports and their evidence
 * (rules P4 and P6).
 */
@ExtendWith(RunningApplication.class)
class TrackingStoryIT {

    private static final String GOOD_CARD = "4242424242424242";
    private static final LocatorAssertions.ContainsTextOptions SOON =
            new LocatorAssertions.ContainsTextOptions().setTimeout(10_000);

    private final AdminApi api = AdminApi.asAdmin();
    private final String project = "Tracking " + UUID.randomUUID().toString().substring(0, 8);

    @AfterEach
    void recover() {
        StripeControls.deliver("on");
        StripeControls.recover();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_part_is_refunded_then_the_rest_and_then_nothing_is_offered(boolean withScripts) {
        JsonObject payment = aPaidLink();
        try (AdminBrowser admin = admin(withScripts)) {
            admin.openPayment(id(payment));
            refund(admin, "5", "Requested by the client");

            assertThat(admin.actionEnd()).containsText("The refund is on its way");
            assertThat(admin.summary()).containsText("Partly refunded");
            assertThat(sum(admin, "Refunded")).containsText("$5.00");
            assertThat(sum(admin, "Kept")).containsText("$14.99");
            assertThat(admin.page().locator("#refunds")).containsText("Requested by the client");
            assertThat(line(admin, "Asked to refund $5.00")).containsText(TestEnvironment.USERNAME);

            refund(admin, "", "No reason given");

            assertThat(sum(admin, "Refunded")).containsText("$19.99");
            assertThat(sum(admin, "Kept")).containsText("$0.00");
            assertThat(admin.summary()).not().containsText("Partly");
            assertThat(admin.page().locator("#refund")).hasCount(0);
            assertEquals(List.of(), admin.complaints());
        }
        assertEquals(1999, api.payment(id(payment)).get("amount_refunded_minor").getAsLong());
    }

    @Test
    void more_than_is_left_is_not_refunded_and_what_was_written_is_kept() {
        JsonObject payment = aPaidLink();
        try (AdminBrowser admin = admin(true)) {
            admin.openPayment(id(payment));
            refund(admin, "20", "In your own words", "The client found a mistake");

            assertThat(admin.page().locator("#amount_note")).containsText("At most 19.99 is left");
            assertThat(admin.page().locator("#amount")).hasValue("20");
            assertThat(admin.page().locator("#reason")).hasValue("The client found a mistake");
            assertEquals(0, refunded(payment));

            admin.page().locator("#amount").fill("1.50");
            admin.page().locator("#refund_now").click();

            assertThat(admin.summary()).containsText("Partly refunded");
            assertThat(admin.page().locator("#history")).containsText("The client found a mistake");
            assertEquals(150, refunded(payment));
        }
    }

    /** The question was open while somebody else refunded a part: all that is left is not what the person saw. */
    @Test
    void an_empty_amount_means_what_the_question_showed() {
        JsonObject payment = aPaidLink();
        try (AdminBrowser admin = admin(false)) {
            admin.page().navigate("admin/payment?confirm=refund&id=" + id(payment));
            StripeControls.refund(intent(payment), 500);
            Eventually.get(() -> Optional.of(refunded(payment)).filter(minor -> minor == 500));

            admin.page().locator("#refund_now").click();

            assertThat(admin.page().locator("#amount_note")).containsText("At most 14.99 is left");
            assertEquals(500, refunded(payment));
        }
    }

    @Test
    void the_same_question_sent_twice_refunds_once() {
        JsonObject payment = aPaidLink();
        try (AdminBrowser admin = admin(true)) {
            admin.page().navigate("admin/payment?confirm=refund&id=" + id(payment));
            admin.page().locator("#amount").fill("12");
            // The first answer gets lost on its way, so the same form is sent once more.
            admin.page().evaluate("""
                    async () => {
                      const form = document.getElementById('doing');
                      const said = new URLSearchParams(new FormData(form));
                      said.set('press', 'refund');
                      await fetch(form.action, { method: 'POST', body: said });
                    }""");
            assertEquals(1200, refunded(payment));

            admin.page().locator("#refund_now").click();

            assertThat(admin.actionEnd()).containsText("The refund is on its way");
            assertEquals(1200, refunded(payment));
        }
    }

    @Test
    void an_invoice_is_refunded_by_a_credit_note() {
        JsonObject invoice =
                api.create(anInvoice("project_name", '"' + project + '"')).json();
        StripeControls.pay(stripe(invoice, "invoice_id"), GOOD_CARD);
        api.await(id(invoice), "paid");
        try (AdminBrowser admin = admin(true)) {
            admin.openPayment(id(invoice));
            admin.page().locator("#refund").click();
            assertThat(admin.page().locator("#refund_dialog")).containsText("A credit note over the same amount");

            admin.page().locator("#amount").fill("500");
            admin.page().locator("#refund_now").click();

            assertThat(admin.summary()).containsText("Partly refunded");
            assertThat(admin.page().locator("#history")).containsText("Credit note", SOON);
            assertEquals(List.of(), admin.complaints());
        }
    }

    @Test
    void a_refund_that_fails_takes_its_amount_back_and_is_resolved() {
        JsonObject payment = aPaidLink();
        String refund =
                StripeControls.refundLater(intent(payment), 700).get("refund").getAsString();
        try (AdminBrowser admin = admin(true)) {
            admin.openPayment(id(payment));
            assertThat(admin.page().locator("#refunds")).containsText("On its way", SOON);

            StripeControls.settleRefund(refund, "failed");

            assertThat(admin.page().locator("#refunds")).containsText("Failed", SOON);
            assertThat(sum(admin, "Kept")).containsText("$19.99");
            assertThat(admin.page().locator("#notices")).containsText("A refund failed");
            admin.page().navigate("admin/overview");
            assertThat(matter(admin)).containsText("A refund failed");
            matter(admin).locator("a").click();
            admin.page().locator("#resolve").click();
            admin.field("Note").fill("Sent by bank transfer");
            admin.page().locator("#resolve_now").click();

            assertThat(admin.actionEnd()).containsText("Resolved");
            assertThat(admin.page().locator("#resolve")).hasCount(0);
            assertThat(line(admin, "Resolved")).containsText("Sent by bank transfer");
            admin.page().navigate("admin/overview");
            assertThat(matter(admin)).hasCount(0);
            assertEquals(List.of(), admin.complaints());
        }
    }

    @Test
    void a_dispute_shows_its_deadline_until_it_is_won() {
        JsonObject payment = aPaidLink();
        StripeControls.dispute(intent(payment));
        try (AdminBrowser admin = admin(true)) {
            admin.openPayment(id(payment));
            assertThat(admin.summary()).containsText("Disputed", SOON);
            assertThat(admin.page().locator("#dispute")).containsText("Evidence until");
            assertThat(admin.page().locator("#dispute")).containsText(Pattern.compile("in \\d days"));
            assertThat(admin.page().locator("#dispute")).containsText("$19.99");
            assertThat(sum(admin, "Kept")).containsText("$0.00");
            admin.page().navigate("admin/overview");
            assertThat(matter(admin)).containsText("Evidence until");
            admin.page().navigate("admin/payments?status=disputed&q=" + project);
            assertThat(admin.row(project)).containsText("Disputed");
            admin.openPayment(id(payment));

            StripeControls.closeDispute(intent(payment), "won");

            assertThat(admin.summary()).containsText("Dispute won", SOON);
            assertThat(admin.page().locator("#dispute")).hasCount(0);
            assertThat(sum(admin, "Kept")).containsText("$19.99");
            assertThat(line(admin, "is won").locator(".proofs")).containsText("evt_");
            admin.page().navigate("admin/overview");
            assertThat(matter(admin)).hasCount(0);
            assertEquals(List.of(), admin.complaints());
        }
    }

    @Test
    void a_failure_that_comes_after_the_payment_is_ignored_and_the_history_says_why() {
        JsonObject link = api.create(aLink("project_name", '"' + project + '"')).json();
        StripeControls.deliver("off");
        StripeControls.pay(stripe(link, "payment_link_id"), "4000000000009995");
        String late = lostEvent("payment_intent.payment_failed");
        StripeControls.deliver("on");
        StripeControls.pay(stripe(link, "payment_link_id"), GOOD_CARD);
        api.await(id(link), "paid");
        try (AdminBrowser admin = admin(true)) {
            admin.openPayment(id(link));

            StripeControls.redeliver(late);

            Locator ignored = line(admin, "Ignored, a late failure");
            assertThat(ignored).containsText("already settled", SOON);
            assertThat(ignored.locator(".proofs")).containsText(late);
            assertThat(admin.summary()).containsText("Paid");
            assertEquals(List.of(), admin.complaints());
        }
    }

    private static String lostEvent(String type) {
        for (JsonElement each : StripeControls.deliveries().getAsJsonArray("data")) {
            JsonObject event = each.getAsJsonObject();
            if (event.get("type").getAsString().equals(type)) {
                return event.get("id").getAsString();
            }
        }
        throw new AssertionError("no event of the type " + type);
    }

    private JsonObject aPaidLink() {
        JsonObject link = api.create(aLink("project_name", '"' + project + '"')).json();
        StripeControls.pay(stripe(link, "payment_link_id"), GOOD_CARD);
        return api.await(id(link), "paid");
    }

    private static void refund(AdminBrowser admin, String amount, String reason, String... words) {
        admin.page().locator("#refund").click();
        admin.page().locator("#amount").fill(amount);
        admin.page().locator("#reason_code").selectOption(new SelectOption().setLabel(reason));
        for (String each : words) {
            admin.page().locator("#reason").fill(each);
        }
        admin.page().locator("#refund_now").click();
    }

    private static Locator sum(AdminBrowser admin, String label) {
        return admin.page().locator(".sums > div").filter(new Locator.FilterOptions().setHasText(label));
    }

    /** The line of the history with these words. */
    private static Locator line(AdminBrowser admin, String words) {
        return admin.page()
                .locator("#history > li")
                .filter(new Locator.FilterOptions().setHasText(words))
                .first();
    }

    /** What the overview says that needs a person. */
    private Locator matter(AdminBrowser admin) {
        return admin.page().locator("#attention > li").filter(new Locator.FilterOptions().setHasText(project));
    }

    private static AdminBrowser admin(boolean withScripts) {
        return (withScripts ? AdminBrowser.open(Chromium.shared()) : AdminBrowser.withoutScripts(Chromium.shared()))
                .logIn();
    }

    private long refunded(JsonObject payment) {
        return api.payment(id(payment)).get("amount_refunded_minor").getAsLong();
    }

    private static String intent(JsonObject payment) {
        return stripe(payment, "payment_intent_id");
    }

    private static String stripe(JsonObject payment, String name) {
        return payment.getAsJsonObject("stripe").get(name).getAsString();
    }

    private static String id(JsonObject payment) {
        return payment.get("id").getAsString();
    }
}
