package com.operatoros.payments.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.operatoros.payments.support.AdminBrowser;
import com.operatoros.payments.support.Chromium;
import com.operatoros.payments.support.Payer;
import com.operatoros.payments.support.RunningApplication;
import com.operatoros.payments.support.TestEnvironment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From the form to the money, as the admin and the client see it (rules B3, C1 to C3 and D2). */
@ExtendWith(RunningApplication.class)
class PaymentLinkStoryIT {

    private static final LocatorAssertions.ContainsTextOptions SOON =
            new LocatorAssertions.ContainsTextOptions().setTimeout(5_000);

    private final String project =
            "Website Development " + UUID.randomUUID().toString().substring(0, 8);
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
    void a_link_is_created_and_paid_and_the_row_turns_paid_without_a_reload() {
        admin.create(aPaymentOf1500Dollars());
        String link = admin.linkOfTheNewPayment();
        assertTrue(link.startsWith(TestEnvironment.stripe().base().toString()));
        admin.openPayments();
        assertThat(admin.row(project)).containsText("Pending");
        assertThat(admin.row(project)).containsText("$1,500.00");
        admin.mark();

        try (Payer payer = Payer.open(Chromium.shared(), link)) {
            payer.payWith("4242424242424242");
            payer.seesThanks();
        }

        assertThat(admin.row(project).locator(".state")).containsText("Paid", SOON);
        assertThat(admin.toast("Payment received")).containsText("Test Client paid $1,500.00 for " + project);
        assertThat(admin.marked()).hasCount(1);
        assertThatTheNotificationAndThePaymentTimeAreThere();
    }

    @Test
    void a_declined_card_shows_its_reason_and_a_good_card_makes_it_paid() {
        admin.create(aPaymentOf1500Dollars());
        String link = admin.linkOfTheNewPayment();
        admin.mark();

        try (Payer payer = Payer.open(Chromium.shared(), link)) {
            payer.payWith("4000000000009995");
            payer.sees("insufficient funds");
            assertThat(admin.page().locator("#standing")).containsText("Failed", SOON);
            assertThat(admin.page().locator("#notices")).containsText("not enough money");
            assertThat(admin.toast("Payment failed")).containsText("not enough money");

            payer.payWith("4242424242424242");
            payer.seesThanks();
        }

        assertThat(admin.page().locator("#standing")).containsText("Paid", SOON);
        assertThat(admin.page().locator("#notices")).not().containsText("not enough money");
        assertThat(admin.page().locator("#history")).containsText("Payment failed");
        assertThat(admin.marked()).hasCount(1);
    }

    @Test
    void a_page_that_lost_its_connection_says_so_and_catches_up() {
        admin.create(aPaymentOf1500Dollars());
        String link = admin.linkOfTheNewPayment();
        admin.openPayments();
        admin.context().setOffline(true);
        assertThat(admin.page().locator("#live")).containsText("Connection lost");

        try (Payer payer = Payer.open(Chromium.shared(), link)) {
            payer.payWith("4242424242424242");
            payer.seesThanks();
        }
        assertThat(admin.row(project).locator(".state")).containsText("Pending");
        admin.context().setOffline(false);

        assertThat(admin.page().locator("#live")).hasAttribute("data-state", "live");
        assertThat(admin.row(project).locator(".state")).containsText("Paid");
        assertThat(admin.toast("Payment received")).hasCount(1);
    }

    @Test
    void a_wrong_form_says_what_is_wrong_at_each_field_and_keeps_what_was_written() {
        Map<String, String> fields = aPaymentOf1500Dollars();
        fields.put("Client e-mail", "nobody");
        fields.put("Amount", "1,500");
        int calls = TestEnvironment.stripe().requests("POST", "/v1/payment_links");

        admin.create(fields);

        assertThat(admin.page().locator("#client_email_note")).containsText("not a valid e-mail address");
        assertThat(admin.page().locator("#amount_note")).containsText("at most one decimal point");
        assertThat(admin.field("Client e-mail")).isFocused();
        assertThat(admin.field("Amount")).hasValue("1,500");
        assertThat(admin.field("Project name")).hasValue(project);
        assertEquals(calls, TestEnvironment.stripe().requests("POST", "/v1/payment_links"));
    }

    @Test
    void the_clients_own_address_leads_to_stripe_and_later_says_that_it_is_paid() {
        admin.create(aPaymentOf1500Dollars());
        admin.linkOfTheNewPayment();
        String payUrl = admin.page().locator("#pay-url").inputValue();

        try (Payer payer = Payer.open(Chromium.shared(), payUrl)) {
            assertThat(payer.page().locator("[name=email]")).hasValue("test@example.com");
            payer.payWith("4242424242424242");
            payer.seesThanks();
            assertThat(admin.page().locator("#standing")).containsText("Paid");

            Response secret = payer.page().navigate(payUrl);

            assertEquals("no-referrer", secret.headerValue("Referrer-Policy"));
            assertEquals("no-store", secret.headerValue("Cache-Control"));
            assertThat(payer.page().locator("main")).containsText(Pattern.compile("paid", Pattern.CASE_INSENSITIVE));
        }
    }

    private void assertThatTheNotificationAndThePaymentTimeAreThere() {
        admin.row(project)
                .getByRole(com.microsoft.playwright.options.AriaRole.LINK)
                .first()
                .click();
        assertThat(admin.page().locator("#details")).containsText("Paid");
        assertThat(admin.page().locator("#details time").first()).isVisible();
        admin.page().locator("#bell > summary").click();
        assertThat(admin.page().locator("#bell")).containsText("Test Client paid $1,500.00 for " + project);
        admin.page().locator(".bell-all").click();
        assertThat(admin.page().locator("#main")).containsText("Test Client paid $1,500.00 for " + project);
    }

    private Map<String, String> aPaymentOf1500Dollars() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Project name", project);
        fields.put("Client name", "Test Client");
        fields.put("Client e-mail", "test@example.com");
        fields.put("Amount", "1500");
        return fields;
    }
}
