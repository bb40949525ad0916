package com.operatoros.payments.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.operatoros.payments.support.AdminApi.aLink;
import static com.operatoros.payments.support.AdminApi.anInvoice;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.operatoros.payments.support.AdminApi;
import com.operatoros.payments.support.AdminBrowser;
import com.operatoros.payments.support.Chromium;
import com.operatoros.payments.support.Payer;
import com.operatoros.payments.support.RunningApplication;
import com.operatoros.payments.support.StripeControls;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an admin sees and does when money moves otherwise than it was asked for (rules E1, P8 to P10 and C3). */
@ExtendWith(RunningApplication.class)
class MoneyStoryIT {

    private final AdminApi api = AdminApi.asAdmin();
    private AdminBrowser admin;

    @BeforeEach
    void logIn() {
        admin = AdminBrowser.open(Chromium.shared()).logIn();
    }

    @AfterEach
    void nothingWasComplainedAbout() {
        assertEquals(List.of(), admin.complaints());
        admin.close();
    }

    @Test
    void a_smaller_payment_is_accepted_with_a_reason() {
        JsonObject link = api.create(aLink("amount", 150)).json();
        admin.openPayment(id(link));
        StripeControls.use(
                "pay", "{'id':'%s','card':'4242424242424242','discount':5000}", stripe(link, "payment_link_id"));
        assertThat(admin.page().locator("#notices")).containsText("Another amount arrived than was asked for");
        assertThat(admin.summary()).containsText("Partly paid");

        admin.page().locator("#accept").click();
        admin.page().locator("#accept_now").click();
        assertThat(admin.page().locator("#accept_note_note")).isVisible();
        admin.page().locator("#accept_note").fill("Rebate for the delay");
        admin.page().locator("#accept_now").click();

        assertThat(admin.summary()).containsText("Paid");
        assertThat(admin.page().locator("#money")).containsText("$100.00");
        assertThat(admin.page().locator("#history")).containsText("Rebate for the delay");
        assertThat(admin.page().locator("#accept, #mark_paid, #cancel")).hasCount(0);
        assertThat(admin.page().locator("#notices")).not().containsText("Another amount arrived");
    }

    @Test
    void an_edited_invoice_shows_its_new_amount_and_is_paid_at_the_clients_address() {
        JsonObject invoice = api.create(anInvoice("amount", 150)).json();
        admin.openPayment(id(invoice));
        assertThat(admin.summary()).containsText("$150.00");

        StripeControls.use(
                "edit_invoice", "{'id':'%s','amount':12000,'metadata':'drop'}", stripe(invoice, "invoice_id"));

        assertThat(admin.summary()).containsText("$120.00");
        assertThat(admin.summary()).containsText("Pending");
        assertThat(admin.page().locator("#history")).containsText("$150.00 became $120.00");
        try (Payer payer = Payer.open(Chromium.shared(), invoice.get("pay_url").getAsString())) {
            payer.payWith("4242424242424242");
            payer.seesPaidInvoice();
        }
        assertThat(admin.summary()).containsText("Paid");
        assertThat(admin.page().locator("#money")).not().containsText("Outstanding");
    }

    @Test
    void a_part_that_was_paid_outside_lowers_what_the_client_is_asked_for() {
        JsonObject link = api.create(aLink("amount", 150)).json();
        admin.openPayment(id(link));

        admin.page().locator("#mark_paid").click();
        admin.field("Amount in USD").fill("50");
        admin.field("Note").fill("In cash");
        admin.page().locator("#mark_paid_now").click();

        assertThat(admin.summary()).containsText("Partly paid");
        assertThat(admin.page().locator("#money")).containsText("$100.00");
        assertThat(admin.page().locator("#history")).containsText("In cash");
        try (Payer payer = Payer.open(Chromium.shared(), link.get("pay_url").getAsString())) {
            assertThat(payer.page().locator("main")).containsText("$100.00");
            payer.payWith("4242424242424242");
            payer.seesThanks();
        }
        assertThat(admin.summary().locator(".state").first()).containsText("Paid");
        assertThat(admin.summary()).not().containsText("Partly paid");
    }

    @Test
    void a_bank_transfer_comes_later() {
        JsonObject link = api.create(aLink("amount", 150)).json();
        admin.openPayment(id(link));
        try (Payer payer = Payer.open(Chromium.shared(), link.get("pay_url").getAsString())) {
            payer.page().getByLabel("Bank transfer").check();
            payer.page().locator("[name=email]").fill("payer@example.com");
            payer.page().locator("[name=billingName]").fill("Paula Payer");
            payer.page()
                    .getByRole(AriaRole.BUTTON)
                    .filter(new Locator.FilterOptions().setHasText("Pay"))
                    .click();
            assertThat(payer.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .containsText("transfer");
        }
        assertThat(admin.page().locator("#notices")).containsText("Waiting for the client’s bank transfer");
        assertThat(admin.summary()).containsText("Pending");
        assertThat(admin.page().locator("#cancel")).isVisible();

        StripeControls.use("transfer", "{'payment_intent':'%s'}", stripe(api.payment(id(link)), "payment_intent_id"));

        assertThat(admin.summary()).containsText("Paid");
        assertThat(admin.page().locator("#payer")).containsText("Paula Payer");
        assertThat(admin.page().locator("#notices")).not().containsText("Waiting");
    }

    private static String id(JsonObject payment) {
        return payment.get("id").getAsString();
    }

    private static String stripe(JsonObject payment, String name) {
        return payment.getAsJsonObject("stripe").get(name).getAsString();
    }
}
