package com.operatoros.payments.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.operatoros.payments.support.AdminApi.aLink;
import static com.operatoros.payments.support.AdminApi.anInvoice;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.operatoros.payments.support.AdminApi;
import com.operatoros.payments.support.AdminBrowser;
import com.operatoros.payments.support.Chromium;
import com.operatoros.payments.support.Payer;
import com.operatoros.payments.support.RunningApplication;
import com.operatoros.payments.support.StripeControls;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the buttons of a payment's page do, with scripts and without (rules E1, V3 and V4). */
@ExtendWith(RunningApplication.class)
class PaymentButtonsIT {

    private static final LocatorAssertions.ContainsTextOptions LATER =
            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

    private final AdminApi api = AdminApi.asAdmin();

    @AfterEach
    void recover() {
        StripeControls.recover();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_invoice_is_mailed_again_when_asked(boolean withScripts) {
        JsonObject invoice = api.create(anInvoice()).json();
        try (AdminBrowser admin = admin(withScripts)) {
            admin.openPayment(id(invoice));

            admin.press("resend");

            assertThat(admin.actionEnd()).containsText("The e-mail has been asked for");
            assertThat(admin.page().locator("#mails")).containsText("Payment to the client, sent again");
            assertEquals(List.of(), admin.complaints());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_is_withdrawn_asks_first_and_offers_less_afterwards(boolean withScripts) {
        JsonObject link = api.create(aLink()).json();
        try (AdminBrowser admin = admin(withScripts)) {
            admin.openPayment(id(link));
            admin.page().locator("#cancel").click();
            assertThat(admin.page().locator("#cancel_dialog")).containsText("can’t be undone");
            assertEquals("pending", status(link));

            admin.page().locator("#cancel_now").click();

            assertThat(admin.summary()).containsText("Canceled");
            assertThat(admin.actionEnd()).containsText("The payment is withdrawn");
            assertThat(admin.page().locator("#cancel, #resend, #mark_paid")).hasCount(0);
            assertThat(admin.page().locator("#duplicate")).isVisible();
            assertEquals(List.of(), admin.complaints());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void going_back_from_the_question_changes_nothing(boolean withScripts) {
        JsonObject link = api.create(aLink()).json();
        try (AdminBrowser admin = admin(withScripts)) {
            admin.openPayment(id(link));
            admin.page().locator("#cancel").click();

            admin.page().locator("#cancel_dialog a").click();

            assertThat(admin.page().locator("#cancel_dialog")).isHidden();
            assertThat(admin.summary()).containsText("Pending");
            assertEquals("pending", status(link));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_invoice_is_marked_as_paid_with_a_note(boolean withScripts) {
        JsonObject invoice = api.create(anInvoice()).json();
        try (AdminBrowser admin = admin(withScripts)) {
            admin.openPayment(id(invoice));
            admin.page().locator("#mark_paid").click();
            admin.field("Note").fill("Bank transfer of \"May 1\" <b>&amp;</b>");

            admin.page().locator("#mark_paid_now").click();

            assertThat(admin.summary()).containsText("Paid");
            assertThat(admin.actionEnd()).containsText("The money is recorded as paid outside Stripe");
            assertThat(admin.page().locator("#history")).containsText("Bank transfer of \"May 1\" <b>&amp;</b>");
            assertEquals(List.of(), admin.complaints());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_note_that_is_too_long_is_kept_and_said(boolean withScripts) {
        JsonObject invoice = api.create(anInvoice()).json();
        String note = "n".repeat(501);
        try (AdminBrowser admin = admin(withScripts)) {
            admin.openPayment(id(invoice));
            admin.page().locator("#mark_paid").click();
            admin.field("Note").fill(note);

            admin.page().locator("#mark_paid_now").click();

            assertThat(admin.page().locator("#note_note")).containsText("At most 500 characters");
            assertThat(admin.field("Note")).hasValue(note);
            assertEquals("pending", status(invoice));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_duplicate_is_a_payment_of_its_own(boolean withScripts) {
        JsonObject link = api.create(aLink()).json();
        try (AdminBrowser admin = admin(withScripts)) {
            admin.openPayment(id(link));

            admin.press("duplicate");

            assertThat(admin.page().locator("#created")).containsText("Payment link created");
            assertThat(admin.summary()).containsText("$19.99");
            assertThat(admin.page().locator("#details"))
                    .not()
                    .containsText(link.get("reference").getAsString());
            assertEquals("pending", status(link));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_payment_is_corrected_by_one_that_takes_its_place(boolean withScripts) {
        JsonObject link = api.create(aLink()).json();
        try (AdminBrowser admin = admin(withScripts)) {
            admin.openPayment(id(link));
            admin.page().locator("#replace").click();
            assertThat(admin.page().locator("#replacing"))
                    .containsText(link.get("reference").getAsString());
            admin.field("Amount").fill("29.99");

            admin.page().locator("#create").click();

            assertThat(admin.summary()).containsText("$29.99");
            assertThat(admin.detail("Replaces"))
                    .containsText(link.get("reference").getAsString());
            assertEquals("canceled", status(link));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_invoice_is_created_with_scripts_and_without(boolean withScripts) {
        String project = "Form " + UUID.randomUUID();
        try (AdminBrowser admin = admin(withScripts)) {
            admin.createInvoice(
                    Map.of("Project name", project, "Client e-mail", "client@example.com", "Amount", "12.50"), 14);

            assertThat(admin.page().locator("#created")).containsText("Invoice created");
            assertThat(admin.summary()).containsText("$12.50");
            assertThat(admin.page().locator("h1")).containsText(project);
        }
    }

    @Test
    void a_payment_that_was_paid_meanwhile_is_not_withdrawn_and_the_page_says_so() {
        JsonObject link = api.create(aLink()).json();
        try (AdminBrowser admin = AdminBrowser.withoutScripts(Chromium.shared()).logIn()) {
            admin.page().navigate("admin/payment?confirm=cancel&id=" + id(link));
            StripeControls.pay(stripeId(link), "4242424242424242");
            api.await(id(link), "paid");

            admin.page().locator("#cancel_now").click();

            assertThat(admin.actionEnd()).containsText("This is no longer possible");
            assertThat(admin.summary()).containsText("Paid");
        }
    }

    @Test
    void what_stripe_has_not_confirmed_is_shown_until_it_is() {
        JsonObject link = api.create(aLink()).json();
        StripeControls.fail("/v1/payment_links/" + stripeId(link), "500", false, 100);
        try (AdminBrowser admin = AdminBrowser.open(Chromium.shared()).logIn()) {
            admin.openPayment(id(link));

            admin.press("cancel");
            assertThat(admin.page().locator("#notices"))
                    .containsText("Stripe has not confirmed the withdrawal of the link yet");
            assertThat(admin.page().locator("#cancel, #resend, #replace")).hasCount(0);
            StripeControls.recover();

            assertThat(admin.summary()).containsText("Canceled", LATER);
            assertThat(admin.page().locator("#notices")).not().containsText("not confirmed");
        }
    }

    @Test
    void a_client_with_the_address_of_a_withdrawn_payment_is_told_so() {
        JsonObject link = api.create(aLink()).json();
        api.act(id(link), "cancel");

        try (Payer payer = Payer.open(Chromium.shared(), link.get("pay_url").getAsString())) {
            assertThat(payer.page().locator("h1")).containsText("withdrawn");
        }
    }

    private static AdminBrowser admin(boolean withScripts) {
        return (withScripts ? AdminBrowser.open(Chromium.shared()) : AdminBrowser.withoutScripts(Chromium.shared()))
                .logIn();
    }

    private String status(JsonObject payment) {
        return api.payment(id(payment)).get("status").getAsString();
    }

    private static String stripeId(JsonObject link) {
        return link.getAsJsonObject("stripe").get("payment_link_id").getAsString();
    }

    private static String id(JsonObject payment) {
        return payment.get("id").getAsString();
    }
}
