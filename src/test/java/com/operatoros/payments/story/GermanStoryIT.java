package com.operatoros.payments.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.operatoros.payments.support.AdminApi.aLink;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.operatoros.payments.support.AdminApi;
import com.operatoros.payments.support.AdminBrowser;
import com.operatoros.payments.support.Chromium;
import com.operatoros.payments.support.Mailbox;
import com.operatoros.payments.support.RunningApplication;
import com.operatoros.payments.support.StripeControls;
import com.operatoros.payments.support.TestEnvironment;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The pages as an admin in Germany reads them (rules T1 and V2). */
@ExtendWith(RunningApplication.class)
class GermanStoryIT {

    /** Where each page is, and its title. */
    private static final Map<String, String> TITLES = Map.of(
            "admin/overview", "Übersicht",
            "admin/payments", "Zahlungen",
            "admin/payments/new", "Neue Zahlung",
            "admin/projects", "Projekte",
            "admin/reports", "Berichte",
            "admin/notifications", "Benachrichtigungen",
            "admin/setup", "Einrichtung");

    private final AdminApi api = AdminApi.asAdmin();

    @Test
    void every_page_is_german() {
        try (AdminBrowser admin = AdminBrowser.inGerman(Chromium.shared()).logIn()) {
            TITLES.forEach((address, title) -> {
                admin.page().navigate(address);
                assertThat(admin.page().locator("h1")).hasText(title);
                assertThat(admin.page().locator("html")).hasAttribute("lang", "de");
            });
            assertEquals(List.of(), admin.complaints());
        }
    }

    @Test
    void amounts_dates_and_reasons_are_written_as_germans_write_them() {
        JsonObject payment = api.create(aLink("amount", 1234.5)).json();
        StripeControls.pay(
                payment.getAsJsonObject("stripe").get("payment_link_id").getAsString(), "4000000000009995");
        String id = payment.get("id").getAsString();
        api.await(id, "failed");
        try (AdminBrowser admin = AdminBrowser.inGerman(Chromium.shared()).logIn()) {
            admin.openPayment(id);

            assertThat(admin.summary()).containsText("1.234,50\u00a0$");
            assertThat(admin.summary()).containsText("Fehlgeschlagen");
            assertTrue(admin.page()
                    .locator("#history time")
                    .first()
                    .innerText()
                    .matches("(?s)\\d\\d\\.\\d\\d\\.\\d{4}.*"));
            assertEquals(List.of(), admin.complaints());
        }
    }

    @Test
    void what_happens_is_told_in_german() {
        JsonObject payment = api.create(aLink("amount", 1234.5)).json();
        String link = payment.getAsJsonObject("stripe").get("payment_link_id").getAsString();
        try (AdminBrowser admin = AdminBrowser.inGerman(Chromium.shared()).logIn()) {
            admin.page().navigate("admin/notifications");

            StripeControls.pay(link, "4242424242424242");

            assertThat(admin.toast("Zahlung eingegangen")).containsText("1.234,50\u00a0$");
            assertThat(admin.page().locator("#news > li").first()).containsText("Zahlung eingegangen");
            assertThat(admin.page().locator("#news > li").first()).containsText("1.234,50\u00a0$");
            admin.page().locator("#bell > summary").click();
            assertThat(admin.page().locator("#bell li").first()).containsText("Zahlung eingegangen");
            assertEquals(List.of(), admin.complaints());
        }
    }

    @Test
    void the_history_is_told_in_german() {
        JsonObject payment = api.create(aLink("amount", 1234.5)).json();
        String id = payment.get("id").getAsString();
        StripeControls.pay(
                payment.getAsJsonObject("stripe").get("payment_link_id").getAsString(), "4242424242424242");
        api.await(id, "paid");
        api.post("admin/api/payments/" + id + "/refund", "{\"amount\":\"200\",\"reason\":\"duplicate\"}");
        try (AdminBrowser admin = AdminBrowser.inGerman(Chromium.shared()).logIn()) {
            admin.openPayment(id);

            assertThat(admin.page().locator("#history")).containsText("Bezahlt: 1.234,50\u00a0$");
            assertThat(admin.page().locator("#history")).containsText("Rückerstattung von 200,00\u00a0$ angefordert");
            assertThat(admin.page().locator("#history")).not().containsText("$1,234.50");
            assertThat(admin.page().locator("#history")).not().containsText("$200.00");
        }
    }

    @Test
    void why_a_mail_has_not_gone_is_told_in_german() {
        TestEnvironment.mailRoad().close();
        JsonObject payment = api.create(aLink()).json();
        String id = payment.get("id").getAsString();
        try (AdminBrowser admin = AdminBrowser.inGerman(Chromium.shared()).logIn()) {
            Mailbox.awaitReason(payment, "queued");
            admin.openPayment(id);
            assertThat(admin.page().locator("#mails")).containsText("Der Mailserver ist nicht erreichbar");

            api.act(id, "cancel");
            TestEnvironment.mailRoad().open();
            Mailbox.awaitState(payment, "failed");

            admin.openPayment(id);
            String withdrawn = "Die Zahlung wurde zurückgezogen, bevor die E-Mail gesendet wurde.";
            assertThat(admin.page().locator("#mails")).containsText(withdrawn);
            assertThat(admin.page().locator("#history")).containsText("E-Mail nicht gesendet: " + withdrawn);
        } finally {
            TestEnvironment.mailRoad().open();
        }
    }

    @Test
    void differences_are_told_in_german() {
        JsonObject payment = api.create(aLink()).json();
        String id = payment.get("id").getAsString();
        String link = payment.getAsJsonObject("stripe").get("payment_link_id").getAsString();
        StripeControls.change("/v1/payment_links/" + link, "active=false");
        api.act(id, "sync");
        try (AdminBrowser admin = AdminBrowser.inGerman(Chromium.shared()).logIn()) {
            admin.page().navigate("admin/drift");

            assertThat(admin.page().locator("#drift-" + id + "-link_inactive"))
                    .containsText("Hier: ausstehend · Bei Stripe: deaktiviert");
        }
    }

    @Test
    void the_checks_of_the_setup_are_german() {
        try (AdminBrowser admin = AdminBrowser.inGerman(Chromium.shared()).logIn()) {
            admin.page().navigate("admin/setup");

            assertThat(admin.page().locator(".checks")).containsText("Stripe nimmt den Testschlüssel an.");
            assertThat(admin.page().locator(".checks")).containsText("Der Mailserver ist bereit.");
            assertThat(admin.page().locator(".checks")).not().containsText("Stripe accepts");
        }
    }

    @Test
    void errors_and_the_page_that_is_not_there_are_german() {
        try (AdminBrowser admin = AdminBrowser.inGerman(Chromium.shared()).logIn()) {
            Page page = admin.page();
            page.navigate("admin/payments/new");
            page.locator("#create").click();
            assertThat(page.locator("#amount_note .field-error")).isVisible();
            assertThat(page.locator("#amount_note")).not().containsText("required");

            page.navigate("admin/nowhere");

            assertThat(page.locator("html")).hasAttribute("lang", "de");
        }
    }
}
