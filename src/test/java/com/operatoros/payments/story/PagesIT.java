package com.operatoros.payments.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.operatoros.payments.support.AdminApi.aLink;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.operatoros.payments.support.AdminApi;
import com.operatoros.payments.support.AdminBrowser;
import com.operatoros.payments.support.Chromium;
import com.operatoros.payments.support.Deployments;
import com.operatoros.payments.support.Eventually;
import com.operatoros.payments.support.StripeControls;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every page in both themes and both sizes: usable by everybody, and nothing for the browser to complain about. */
@ExtendWith(ArquillianExtension.class)
class PagesIT {

    private static final String HOSTILE = "<script>alert(1)</script> \uD83D\uDE80 \"quotes\" 'and' &amp; "
            + "averyveryverylongwordwithoutanybreakinitthatmustnotpushthepagewiderthanitsscreen";

    private static Chromium chromium;

    private final AdminApi api = AdminApi.asAdmin();

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.war();
    }

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stopBrowser() {
        chromium.close();
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "1280, DARK", "390, LIGHT", "390, DARK"})
    void every_page_is_accessible_and_silent_and_fits_its_screen(int width, ColorScheme scheme) {
        JsonObject paid = aPaidPayment();
        JsonObject failed = aFailedPayment();
        JsonObject pending = api.create(hostileLink()).json();
        try (AdminBrowser stranger = AdminBrowser.open(chromium.browser(), width, scheme);
                AdminBrowser admin = AdminBrowser.open(chromium.browser(), width, scheme)) {
            check(stranger, "login");
            check(stranger, text(paid, "pay_url"));
            check(stranger, "pay/unknown");
            admin.logIn();
            check(admin, "admin/overview");
            check(admin, "admin/payments");
            check(admin, "admin/payments?status=paid&q=nothing-like-this");
            check(admin, "admin/payments/new");
            check(admin, "admin/payment?id=" + text(paid, "id"));
            check(admin, "admin/payment?id=" + text(failed, "id"));
            check(admin, "admin/payment?id=" + text(pending, "id"));
            check(admin, "admin/payment?id=nonsense");
            check(admin, "admin/notifications");
            check(admin, "admin/setup");
            admin.page().navigate("admin/payments/new");
            admin.page().locator("#create").click();
            assertThat(admin.page().locator("#amount_note")).containsText("required");
            assertAccessible(admin.page(), "the form with errors");
        }
    }

    @Test
    void hostile_texts_stand_on_the_page_as_they_were_written() {
        JsonObject pending = api.create(hostileLink()).json();
        try (AdminBrowser admin = AdminBrowser.open(chromium.browser()).logIn()) {
            admin.page().navigate("admin/payment?id=" + text(pending, "id"));

            assertThat(admin.page().locator("h1")).containsText(HOSTILE);
            assertEquals(List.of(), admin.complaints());
        }
    }

    @Test
    void a_page_that_is_not_there_says_so() {
        try (AdminBrowser admin = AdminBrowser.open(chromium.browser()).logIn()) {
            Response response = Objects.requireNonNull(admin.page().navigate("admin/nowhere"));

            assertEquals(404, response.status());
            assertThat(admin.page().locator("h1")).isVisible();
        }
    }

    @Test
    void logging_out_ends_the_session() {
        try (AdminBrowser admin = AdminBrowser.open(chromium.browser()).logIn()) {
            admin.page().getByText("Log out").first().click();
            assertThat(admin.page().locator("#login")).isVisible();

            admin.page().navigate("admin/payments");

            assertTrue(admin.page().url().contains("/login?from="));
        }
    }

    private static void check(AdminBrowser browser, String address) {
        browser.page().navigate(address);
        assertThat(browser.page().locator("h1")).hasCount(1);
        assertAccessible(browser.page(), address);
        int overflow = (int) browser.page()
                .evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertEquals(0, overflow, address + " is wider than its screen");
        List<String> complaints = browser.complaints().stream()
                // The browser reports the status of an address that is asked for on purpose.
                .filter(text -> !text.contains("status of 404"))
                .toList();
        assertEquals(List.of(), complaints, address);
    }

    private static void assertAccessible(Page page, String address) {
        List<String> violations = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .map(rule -> rule.getId() + " " + rule.getNodes().get(0).getHtml())
                        .toList();
        assertEquals(List.of(), violations, address);
    }

    private JsonObject aPaidPayment() {
        return aPaymentAfter("4242424242424242", "paid");
    }

    private JsonObject aFailedPayment() {
        return aPaymentAfter("4000000000009995", "failed");
    }

    private JsonObject aPaymentAfter(String card, String status) {
        JsonObject payment = api.create(aLink()).json();
        StripeControls.pay(text(payment.getAsJsonObject("stripe"), "payment_link_id"), card);
        return Eventually.get(() -> Optional.of(api.payment(text(payment, "id")))
                .filter(each -> text(each, "status").equals(status)));
    }

    private static JsonObject hostileLink() {
        JsonObject link = aLink();
        link.addProperty("project_name", HOSTILE);
        link.addProperty("client_name", HOSTILE);
        link.addProperty("description", HOSTILE + "\n" + HOSTILE);
        return link;
    }

    private static String text(JsonObject json, String field) {
        return json.get(field).getAsString();
    }
}
