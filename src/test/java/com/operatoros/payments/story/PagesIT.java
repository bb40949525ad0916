package com.operatoros.payments.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.operatoros.payments.support.AdminApi.aLink;
import static com.operatoros.payments.support.AdminApi.anInvoice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.operatoros.payments.support.AdminApi;
import com.operatoros.payments.support.AdminBrowser;
import com.operatoros.payments.support.Chromium;
import com.operatoros.payments.support.Eventually;
import com.operatoros.payments.support.RunningApplication;
import com.operatoros.payments.support.StripeControls;
import com.operatoros.payments.support.TestEnvironment;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every page in both themes and both sizes: usable by everybody, and nothing for the browser to complain about. In the dark it is
 * looked at on a phone only: what differs there is colors.
 */
@ExtendWith(RunningApplication.class)
class PagesIT {

    private static final String WORDS = "<script>alert(1)</script> \uD83D\uDE80 \"quotes\" 'and' &amp; "
            + "averyveryverylongwordwithoutanybreakinitthatmustnotpushthepagewiderthanitsscreen";

    /** As long as a name may be. */
    private static final String HOSTILE = WORDS + "x".repeat(200 - WORDS.codePointCount(0, WORDS.length()));

    private static final int DESKTOP = 1280;
    private static final int PHONE = 390;
    private static final int HEIGHT = 900;

    private final AdminApi api = AdminApi.asAdmin();

    @Test
    void every_page_is_accessible_and_silent_and_fits_its_screen() {
        // In both themes at once: it takes long.
        CompletableFuture<Void> light =
                CompletableFuture.runAsync(() -> checkEveryPage(ColorScheme.LIGHT, DESKTOP, PHONE));
        CompletableFuture<Void> dark = CompletableFuture.runAsync(() -> checkEveryPage(ColorScheme.DARK, PHONE));

        light.join();
        dark.join();
    }

    private void checkEveryPage(ColorScheme scheme, int... widths) {
        JsonObject paid = aPaidPayment();
        JsonObject failed = aFailedPayment();
        JsonObject pending = api.create(hostile(aLink())).json();
        JsonObject overdue = anOverdueInvoice();
        JsonObject paidOutside = api.create(anInvoice()).json();
        api.act(text(paidOutside, "id"), "mark-paid");
        JsonObject replaced = api.create(anInvoice()).json();
        api.act(text(replaced, "id"), "replace");
        // A browser belongs to the thread that has started it.
        try (Chromium own = Chromium.start();
                AdminBrowser stranger = AdminBrowser.open(own.browser(), widths[0], scheme);
                AdminBrowser admin = AdminBrowser.open(own.browser(), widths[0], scheme)) {
            check(stranger, widths, "login");
            check(stranger, widths, "login?ended=form");
            check(stranger, widths, "nowhere");
            check(stranger, widths, text(paid, "pay_url"));
            check(stranger, widths, text(paidOutside, "pay_url"));
            check(stranger, widths, "pay/unknown");
            check(stranger, widths, text(paid, "pay_url") + "/pdf");
            admin.logIn();
            check(admin, widths, "admin/overview");
            check(admin, widths, "admin/payments");
            check(admin, widths, "admin/payments?status=paid&q=nothing-like-this");
            check(admin, widths, "admin/payments/new");
            check(admin, widths, "admin/payment?id=" + text(paid, "id"));
            check(admin, widths, "admin/payment?id=" + text(failed, "id"));
            check(admin, widths, "admin/payment?id=" + text(pending, "id"));
            check(admin, widths, "admin/payment?id=nonsense");
            check(admin, widths, "admin/payment?id=" + text(overdue, "id"));
            assertThat(admin.summary()).containsText("Overdue");
            check(admin, widths, "admin/payment?confirm=cancel&id=" + text(overdue, "id"));
            assertThat(admin.page().locator("#cancel_dialog")).isVisible();
            check(admin, widths, "admin/payment?id=" + text(replaced, "id"));
            check(admin, widths, "admin/payments/new?replaces=" + text(overdue, "id"));
            check(admin, widths, "admin/notifications");
            check(admin, widths, "admin/notifications?level=critical&unread=1");
            check(admin, widths, "admin/payments?type=invoice&from=2020-01-01&sort=due");
            check(admin, widths, "admin/projects");
            check(admin, widths, "admin/projects?project=Website");
            check(admin, widths, "admin/reports");
            check(admin, widths, "admin/setup");
            check(admin, widths, "admin/drift");
            check(admin, widths, "admin/events");
            check(admin, widths, "admin/events?outcome=parked&type=nothing.like.this");
            check(admin, widths, "admin/events?payment=" + text(paid, "id"));
            admin.page().locator("#events a.line-name").first().click();
            assertThat(admin.page().locator("#json")).containsText("\"object\": \"event\"");
            assertAccessible(admin.page(), widths, "an event");
            check(admin, widths, "admin/events?id=evt_unknown");
            admin.page().navigate("admin/payments/new");
            admin.page().locator("#create").click();
            assertThat(admin.page().locator("#amount_note")).containsText("required");
            assertAccessible(admin.page(), widths, "the form with errors");
            admin.page().locator("input[name=type][value=invoice]").check();
            assertAccessible(admin.page(), widths, "the form of an invoice");
            admin.page().locator("input[name=due][value=date]").check();
            assertAccessible(admin.page(), widths, "the form of an invoice that is due on a date");
        }
    }

    /** What differs from the pages above by one message or question. */
    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "390, DARK"})
    void every_message_and_question_is_accessible_and_fits_its_screen(int width, ColorScheme scheme) {
        JsonObject overdue = anOverdueInvoice();
        JsonObject paidOutside = api.create(anInvoice()).json();
        api.act(text(paidOutside, "id"), "mark-paid");
        JsonObject disputed = aDisputedPayment();
        JsonObject paid = aPaidPayment();
        JsonObject partlyPaid = aPaymentAfter(",'card':'4242424242424242','discount':500", "partly_paid\":true");
        JsonObject awaited = aPaymentAfter(",'transfer':true", "payer@example.com");
        try (AdminBrowser admin =
                AdminBrowser.open(Chromium.shared(), width, scheme).logIn()) {
            check(admin, "admin/payment?confirm=mark_paid&id=" + text(overdue, "id"));
            assertThat(admin.page().locator("#mark_paid_dialog")).isVisible();
            check(admin, "admin/payment?confirm=accept&id=" + text(partlyPaid, "id"));
            assertThat(admin.page().locator("#accept_dialog")).isVisible();
            check(admin, "admin/payment?id=" + text(partlyPaid, "id"));
            assertThat(admin.page().locator("#payer")).isVisible();
            check(admin, "admin/payment?id=" + text(awaited, "id"));
            assertThat(admin.summary()).containsText("Awaiting transfer");
            check(admin, "admin/payment?asked=resend&ended=done&id=" + text(overdue, "id"));
            check(admin, "admin/payment?asked=cancel&ended=refused&id=" + text(overdue, "id"));
            check(admin, "admin/payment?asked=cancel&ended=not_allowed&id=" + text(paidOutside, "id"));
            check(admin, "admin/payment?created=true&id=" + text(overdue, "id"));
            check(admin, "admin/payment?confirm=refund&id=" + text(paid, "id"));
            assertThat(admin.page().locator("#refund_dialog")).isVisible();
            admin.page().locator("#reason_code").selectOption("other");
            assertAccessible(admin.page(), "the question with a reason in own words");
            check(admin, "admin/payment?confirm=resolve&id=" + text(disputed, "id"));
            assertThat(admin.page().locator("#resolve_dialog")).isVisible();
            check(admin, "admin/payment?id=" + text(disputed, "id"));
            assertThat(admin.page().locator("#dispute")).isVisible();
            assertThat(admin.page().locator("#refunds > li")).hasCount(2);
            check(admin, "admin/overview");
        }
    }

    @Test
    void hostile_texts_stand_on_the_page_as_they_were_written() {
        JsonObject pending = api.create(hostile(anInvoice())).json();
        try (AdminBrowser admin = AdminBrowser.open(Chromium.shared()).logIn()) {
            admin.page().navigate("admin/payment?id=" + text(pending, "id"));

            assertThat(admin.page().locator("h1")).containsText(HOSTILE);
            assertThat(admin.detail("Client")).containsText(HOSTILE);
            admin.page().locator("#replace").click();
            assertThat(admin.field("Project name")).hasValue(HOSTILE);
            assertEquals(List.of(), admin.complaints());
        }
    }

    @Test
    void a_page_that_is_not_there_says_so() {
        try (AdminBrowser admin = AdminBrowser.open(Chromium.shared()).logIn()) {
            Response response = Objects.requireNonNull(admin.page().navigate("admin/nowhere"));

            assertEquals(404, response.status());
            assertThat(admin.page().locator("h1")).isVisible();
        }
    }

    @Test
    void logging_out_ends_the_session() {
        try (AdminBrowser admin = AdminBrowser.open(Chromium.shared()).logInByForm()) {
            admin.page().getByText("Log out").first().click();
            assertThat(admin.page().locator("#login")).isVisible();

            admin.page().navigate("admin/payments");

            assertTrue(admin.page().url().contains("/login?from="));
        }
    }

    /** The page is loaded once, and looked at in a window of each width. */
    private static void check(AdminBrowser browser, int[] widths, String address) {
        check(browser, address);
        for (int i = 1; i < widths.length; i++) {
            browser.page().setViewportSize(widths[i], HEIGHT);
            assertFine(browser, address + " at " + widths[i]);
        }
        browser.page().setViewportSize(widths[0], HEIGHT);
    }

    private static void assertAccessible(Page page, int[] widths, String address) {
        for (int width : widths) {
            page.setViewportSize(width, HEIGHT);
            assertAccessible(page, address + " at " + width);
        }
        page.setViewportSize(widths[0], HEIGHT);
    }

    private static void check(AdminBrowser browser, String address) {
        browser.page().navigate(address);
        assertThat(browser.page().locator("h1")).hasCount(1);
        assertFine(browser, address);
    }

    private static void assertFine(AdminBrowser browser, String address) {
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
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        List<String> violations = new AxeBuilder(page)
                .setLegacyMode(true).options(options).analyze().getViolations().stream()
                        .map(rule -> rule.getId() + " " + rule.getNodes().get(0).getHtml())
                        .toList();
        assertEquals(List.of(), violations, address);
    }

    private JsonObject aPaidPayment() {
        return aPaymentAfter(",'card':'4242424242424242'", "\"status\":\"paid\"");
    }

    private JsonObject aFailedPayment() {
        return aPaymentAfter(",'card':'4000000000009995'", "\"status\":\"failed\"");
    }

    /** A part of it has gone back, another part could not, and the client's bank wants the rest. */
    private JsonObject aDisputedPayment() {
        JsonObject paid = aPaidPayment();
        String intent = text(paid.getAsJsonObject("stripe"), "payment_intent_id");
        StripeControls.refund(intent, 500);
        JsonObject refund = StripeControls.refundLater(intent, 200);
        StripeControls.settleRefund(text(refund, "refund"), "failed");
        StripeControls.dispute(intent);
        return Eventually.get(() -> Optional.of(api.payment(text(paid, "id")))
                .filter(each -> !each.get("dispute").isJsonNull()
                        && each.getAsJsonArray("attention").size() == 2
                        && each.get("amount_refunded_minor").getAsLong() == 500));
    }

    /** A link that somebody pays so, as soon as its JSON says this. */
    private JsonObject aPaymentAfter(String means, String words) {
        JsonObject payment = api.create(aLink()).json();
        String link = text(payment.getAsJsonObject("stripe"), "payment_link_id");
        StripeControls.use("pay", "{'id':'%s'" + means + "}", link);
        return Eventually.get(() -> Optional.of(api.payment(text(payment, "id")))
                .filter(each -> each.toString().contains(words)));
    }

    /** A due date can't be in the past, so time is helped along. */
    private JsonObject anOverdueInvoice() {
        JsonObject invoice = api.create(hostile(anInvoice())).json();
        try (Connection connection = TestEnvironment.connect();
                PreparedStatement statement = connection.prepareStatement(
                        "update operatoros_payments.payment set due_date = date '2020-02-29' where id = ?")) {
            statement.setObject(1, UUID.fromString(text(invoice, "id")));
            assertEquals(1, statement.executeUpdate());
            return invoice;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonObject hostile(JsonObject payment) {
        payment.addProperty("project_name", HOSTILE);
        payment.addProperty("client_name", HOSTILE);
        payment.addProperty("description", HOSTILE + "\n" + HOSTILE);
        return payment;
    }

    private static String text(JsonObject json, String field) {
        return json.get(field).getAsString();
    }
}
