package com.operatoros.payments.notification;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.operatoros.payments.support.AdminApi.aLink;
import static com.operatoros.payments.support.SignedEvents.deliver;
import static com.operatoros.payments.support.SignedEvents.intentFailed;
import static com.operatoros.payments.support.SignedEvents.intentSucceeded;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.operatoros.payments.support.AdminApi;
import com.operatoros.payments.support.AdminBrowser;
import com.operatoros.payments.support.Chromium;
import com.operatoros.payments.support.RunningApplication;
import com.operatoros.payments.support.TestEnvironment;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The admin filters notifications, reads them and puts them away (rule N5), as JSON and on the page. */
@ExtendWith(RunningApplication.class)
class NotificationsIT {

    private final AdminApi api = AdminApi.asAdmin();
    private final String payment = api.create(aLink()).json().get("id").getAsString();

    @Test
    void more_than_was_asked_for_is_told_by_what_is_too_much() {
        deliver(intentSucceeded("evt_" + UUID.randomUUID(), payment, 2500));

        List<String> details = StreamSupport.stream(
                        api.get("admin/api/payments/" + payment + "/history")
                                .json()
                                .getAsJsonArray("data")
                                .spliterator(),
                        false)
                .map(line -> line.getAsJsonObject().get("detail").getAsString())
                .toList();
        assertTrue(details.contains("A payment arrived that does not settle what was asked for"), details.toString());
        assertTrue(details.contains("More arrived than was asked for: $5.01 can be refunded"), details.toString());
    }

    @Test
    void only_those_of_a_level_are_listed() {
        fail();
        pay();

        assertEquals(List.of("error"), levels("level=error"));
        assertEquals(List.of("info"), levels("level=info"));
        assertEquals(List.of(), levels("level=critical"));
        assertEquals(List.of("info", "error"), levels("limit=100"));
    }

    @Test
    void what_was_read_is_listed_apart_from_what_was_not() {
        fail();
        assertEquals(List.of("error"), levels("acknowledged=false"));

        api.post("admin/api/notifications/" + id() + "/acknowledge", "");

        assertEquals(List.of(), levels("acknowledged=false"));
        assertEquals(List.of("error"), levels("acknowledged=true&level=error"));
    }

    @Test
    void clearing_puts_all_away() {
        fail();
        pay();

        api.post("admin/api/notifications/clear", "");

        assertEquals(List.of("info", "error"), levels("acknowledged=true"));
    }

    @Test
    void an_unknown_value_of_acknowledged_is_refused() {
        assertEquals(400, api.get("admin/api/notifications?acknowledged=yes").status());
        assertEquals(400, api.get("admin/api/notifications?acknowledged=").status());
    }

    @Test
    void without_scripts_the_filter_is_an_address_that_stays_when_one_is_read() {
        fail();
        try (AdminBrowser admin = AdminBrowser.withoutScripts(Chromium.shared()).logIn()) {
            Page page = admin.page();
            page.navigate("admin/notifications");
            page.locator("a.tab").getByText("Error", exactly()).click();
            page.locator("a.tab").getByText("Unread only", exactly()).click();
            assertEquals(List.of("Error", "Unread only"), current(page));
            Locator notification = page.locator("#notification-" + id());
            assertThat(notification.locator(".news-level")).hasText("Error");

            notification.locator("button").click();

            assertThat(page).hasURL(Pattern.compile(".*/admin/notifications\\?level=error&unread=1$"));
            assertThat(page.locator("#notification-" + id())).hasCount(0);
            page.navigate("admin/notifications?level=error");
            assertThat(page.locator("#notification-" + id() + " .news-read"))
                    .containsText(Pattern.compile("Read by admin,\\s+.*\\d\\d:\\d\\d"));
            assertThat(page.locator("#notification-" + id() + " a"))
                    .hasAttribute("href", "/admin/payment?id=" + payment);
        }
    }

    @Test
    void an_open_page_keeps_itself_and_its_filter_up_to_date() {
        try (AdminBrowser admin = AdminBrowser.open(Chromium.shared()).logIn()) {
            admin.page().navigate("admin/notifications?level=error");

            pay();
            fail(aPayment());

            assertThat(admin.page().locator("#news .level-error").first()).containsText("Payment failed");
            assertThat(admin.page().locator("#bell > summary")).hasAttribute("aria-label", Pattern.compile(".*unread"));
            assertThat(admin.page().locator("#news .level-info")).hasCount(0);
            assertEquals(List.of(), admin.complaints());
        }
    }

    @Test
    void what_one_has_read_the_other_need_not_read() {
        try (AdminBrowser one = AdminBrowser.open(Chromium.shared()).logIn();
                AdminBrowser other = AdminBrowser.open(Chromium.shared()).logIn()) {
            pay();
            other.page().navigate("admin/payments");
            assertThat(other.page().locator("#live")).hasAttribute("data-state", "live");
            assertThat(other.page().locator("#bell .bell-count")).isVisible();
            one.page().navigate("admin/notifications");

            one.page().getByText("Mark all as read").click();

            assertThat(other.page().locator("#bell .bell-count")).isHidden();
        }
    }

    @Test
    void what_the_page_does_not_know_in_its_address_is_left_out() {
        try (AdminBrowser admin = AdminBrowser.open(Chromium.shared()).logIn()) {
            admin.page().navigate("admin/notifications?level=terrible&unread=perhaps&before=yesterday");

            assertEquals(List.of("All", "Read and unread"), current(admin.page()));
            assertThat(admin.page().locator("h1")).hasText("Notifications");
        }
    }

    @Test
    void a_filter_that_nothing_matches_leads_back_to_all() {
        try (AdminBrowser admin = AdminBrowser.open(Chromium.shared()).logIn()) {
            api.post("admin/api/notifications/clear", "");

            admin.page().navigate("admin/notifications?level=critical&unread=1");

            assertThat(admin.page().locator("#news")).containsText("No such notification");
            admin.page().getByText("Show all notifications").click();
            assertThat(admin.page()).hasURL(Pattern.compile(".*/admin/notifications$"));
        }
    }

    @Test
    void older_ones_are_a_page_away() throws SQLException {
        String title = "Title " + UUID.randomUUID();
        tellSixtyTimes(title);
        try (AdminBrowser admin = AdminBrowser.open(Chromium.shared()).logIn()) {
            Page page = admin.page();
            page.navigate("admin/notifications?level=warning");
            assertThat(page.locator("#news")).containsText("Number 60 ");
            assertThat(page.locator("#news .news")).hasCount(50);

            page.locator(".pager-older").click();

            assertThat(page.locator("#news")).containsText("Number 10 ");
            assertThat(page.locator("#news")).not().containsText("Number 11 ");
            assertEquals(List.of("Warning", "Read and unread"), current(page));
            page.getByText("First page").click();
            assertThat(page).hasURL(Pattern.compile(".*/admin/notifications\\?level=warning$"));
        }
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }

    private static List<String> current(Page page) {
        return page.locator("a.tab[aria-current=page]").allTextContents();
    }

    private static void tellSixtyTimes(String title) throws SQLException {
        try (Connection connection = TestEnvironment.connect();
                Statement statement = connection.createStatement()) {
            int told = statement.executeUpdate("insert into operatoros_payments.notification"
                    + " (fact, level, message, recovered, at) select '" + title + "' || n, 'warning',"
                    + " jsonb_build_object('key', 'notice.sweep_trouble', 'values', jsonb_build_array("
                    + "jsonb_build_object('kind', 'plain', 'word', 'Number ' || n || ' of many'))), false, now()"
                    + " from generate_series(1, 60) n");
            assertEquals(60, told);
        }
    }

    private void pay() {
        deliver(intentSucceeded("evt_" + UUID.randomUUID(), payment, 1999));
    }

    private void fail() {
        fail(payment);
    }

    private String aPayment() {
        return api.create(aLink()).json().get("id").getAsString();
    }

    private static void fail(String subject) {
        deliver(intentFailed(subject, "pi_" + UUID.randomUUID(), "insufficient_funds"));
    }

    private String id() {
        List<JsonObject> listed = listed("limit=100");
        assertTrue(!listed.isEmpty(), "nothing was told");
        return listed.get(0).get("id").getAsString();
    }

    private List<String> levels(String query) {
        return listed(query).stream()
                .map(notification -> notification.get("level").getAsString())
                .toList();
    }

    private List<JsonObject> listed(String query) {
        JsonObject answer = api.get("admin/api/notifications?" + query).json();
        return StreamSupport.stream(answer.getAsJsonArray("data").spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .filter(notification -> notification.toString().contains(payment))
                .toList();
    }
}
