package com.operatoros.payments.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.operatoros.payments.support.AdminApi.aLink;
import static com.operatoros.payments.support.AdminApi.anInvoice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.BoundingBox;
import com.operatoros.payments.support.AdminApi;
import com.operatoros.payments.support.AdminBrowser;
import com.operatoros.payments.support.Chromium;
import com.operatoros.payments.support.RunningApplication;
import com.operatoros.payments.support.StripeControls;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the admin does with the list of payments (rules L3 and V4). */
@ExtendWith(RunningApplication.class)
class ListStoryIT {

    private static final int LIST_BYTES = 110_000;
    private static final int LIST_REQUESTS = 8;

    private final AdminApi api = AdminApi.asAdmin();
    private final String project = "List " + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void what_another_admin_does_is_seen_without_anything_moving() {
        JsonObject known = create(aLink());
        try (AdminBrowser admin = AdminBrowser.open(Chromium.shared()).logIn()) {
            open(admin, "admin/payments?project=" + project.replace(' ', '+'));
            BoundingBox before = box(admin, known);

            try (AdminBrowser other = AdminBrowser.open(Chromium.shared()).logIn()) {
                other.create(java.util.Map.of(
                        "Project name", project, "Client e-mail", "other@example.com", "Amount", "7.50"));
                other.linkOfTheNewPayment();
            }
            StripeControls.pay(stripeId(known), "4242424242424242");

            assertThat(row(admin, known)).containsText("Paid");
            assertThat(admin.page().locator("#payments-news")).containsText("Show 1 new payment");
            assertThat(admin.page().locator("#payments tr")).hasCount(1);
            assertEquals(before.y, box(admin, known).y);
            admin.page().locator("#payments-news button").click();
            assertThat(admin.page().locator("#payments tr")).hasCount(2);
            assertThat(admin.page().locator("#payments tr").first()).containsText("$7.50");
            assertThat(admin.page().locator("#payments-news button")).isHidden();
            assertEquals(List.of(), admin.complaints());
        }
    }

    @Test
    void the_first_payment_of_an_empty_list_is_shown_at_once() {
        try (AdminBrowser admin = AdminBrowser.open(Chromium.shared()).logIn()) {
            open(admin, "admin/payments?project=" + project.replace(' ', '+'));
            assertThat(admin.page().locator("#payments")).containsText("No payment matches");

            JsonObject first = create(aLink());

            assertThat(row(admin, first)).isVisible();
        }
    }

    @Test
    void what_is_shown_stands_in_the_address_and_the_way_back_leads_through_it() {
        create(aLink());
        create(anInvoice());
        try (AdminBrowser admin = AdminBrowser.open(Chromium.shared()).logIn()) {
            Page page = admin.page();
            open(admin, "admin/payments");

            page.locator("#filter summary").click();
            page.locator("#filter input[name=project]").fill(project);
            page.locator("#filter select[name=type]").selectOption("invoice");
            page.locator("#filter .more-fields button[type=submit]").click();
            assertThat(page.locator("#payments tr")).hasCount(1);
            page.getByText("Paid", new Page.GetByTextOptions().setExact(true))
                    .first()
                    .click();
            assertThat(page).hasURL(Pattern.compile(".*project=List.*status=paid.*"));
            assertThat(page.locator("#payments")).containsText("No payment matches");
            page.goBack();

            assertThat(page.locator("#payments tr")).hasCount(1);
            assertThat(page.locator("#filter select[name=type]")).hasValue("invoice");
            page.reload();
            assertThat(page.locator("#payments tr")).hasCount(1);
            page.locator("th.cell-amount a").click();
            assertThat(page).hasURL(Pattern.compile(".*sort=-amount.*"));
            assertThat(page.locator("th.cell-amount")).hasAttribute("aria-sort", "descending");
        }
    }

    @Test
    void the_export_has_what_is_shown() throws IOException {
        create(aLink());
        JsonObject invoice = create(anInvoice());
        try (AdminBrowser admin = AdminBrowser.open(Chromium.shared()).logIn()) {
            admin.page().navigate("admin/payments?type=invoice&project=" + project.replace(' ', '+'));

            Download download = admin.page().waitForDownload(() -> {
                admin.page().locator("#export").click();
                admin.page().locator("#export-csv").click();
            });

            List<String> lines = Files.readAllLines(download.path());
            assertEquals("payments.csv", download.suggestedFilename());
            assertEquals(2, lines.size());
            assertTrue(lines.get(1).startsWith(invoice.get("reference").getAsString() + ","));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"100%", "a_b", "O'Neil", "back\\slash", "!bang", "<b>", "\u00c4\u00d6\u00dc"})
    void signs_that_mean_something_to_the_database_are_found_literally(String sign) {
        JsonObject with = aLink();
        with.addProperty("client_name", project + sign);
        String id = create(with).get("id").getAsString();
        JsonObject without = aLink();
        without.addProperty("client_name", project + "100x a-b O-Neil back-slash .bang");
        create(without);
        try (AdminBrowser admin = AdminBrowser.open(Chromium.shared()).logIn()) {
            admin.page().navigate("admin/payments");

            admin.page().locator("input[name=q]").fill(project + sign);
            admin.page().keyboard().press("Enter");

            assertThat(admin.page()).hasURL(Pattern.compile(".*[?&]q=.*"));
            assertThat(admin.page().locator("#payments tr")).hasCount(1);
            assertThat(admin.page().locator("#payment-" + id)).isVisible();
            assertThat(admin.page().locator("input[name=q]")).hasValue(project + sign);
        }
    }

    @Test
    void the_menu_of_a_row_opens_and_offers_what_can_be_done() {
        JsonObject pending = create(aLink());
        JsonObject paid = create(aLink());
        StripeControls.pay(stripeId(paid), "4242424242424242");
        api.await(paid.get("id").getAsString(), "paid");
        try (AdminBrowser admin = AdminBrowser.open(Chromium.shared()).logIn()) {
            open(admin, "admin/payments?project=" + project.replace(' ', '+'));

            row(admin, pending).locator(".row-menu summary").click();

            assertThat(row(admin, pending).locator(".row-menu a")).hasCount(4);
            assertThat(row(admin, paid).locator(".row-menu")).hasCount(0);
            assertThat(row(admin, pending).locator("[data-copy]"))
                    .hasAttribute("data-copy", pending.get("pay_url").getAsString());
            admin.page().keyboard().press("Escape");
            assertThat(row(admin, pending).locator(".row-menu a").first()).isHidden();
            row(admin, pending).locator(".row-menu summary").press("Enter");
            row(admin, pending).locator("a[href*='confirm=cancel']").click();
            assertThat(admin.page().locator("#cancel_dialog")).isVisible();
            assertEquals(List.of(), admin.complaints());
        }
    }

    @Test
    void what_has_the_focus_keeps_it_when_its_row_changes() {
        JsonObject payment = create(aLink());
        try (AdminBrowser admin = AdminBrowser.open(Chromium.shared()).logIn()) {
            open(admin, "admin/payments?project=" + project.replace(' ', '+'));
            row(admin, payment).locator(".line-name").focus();

            StripeControls.pay(stripeId(payment), "4242424242424242");

            assertThat(row(admin, payment)).containsText("Paid");
            assertThat(row(admin, payment).locator(".line-name")).isFocused();
        }
    }

    @Test
    void a_search_leaves_an_address_without_what_was_not_asked_for() {
        try (AdminBrowser admin = AdminBrowser.open(Chromium.shared()).logIn()) {
            admin.page().navigate("admin/payments?status=paid");

            admin.page().locator("input[name=q]").fill("nothing");
            admin.page().keyboard().press("Enter");

            assertThat(admin.page()).hasURL(Pattern.compile(".*q=nothing.*"));
            assertFalse(admin.page().url().contains("project="), admin.page().url());
            admin.page().goBack();
            assertThat(admin.page().locator("input[name=q]")).hasValue("");
        }
    }

    @Test
    void without_scripts_the_list_is_filtered_and_a_payment_is_created_and_shown() {
        try (AdminBrowser admin = AdminBrowser.withoutScripts(Chromium.shared()).logIn()) {
            Page page = admin.page();
            page.navigate("admin/payments/new");
            page.locator("#project_name").fill(project);
            page.locator("#client_email").fill("client@example.com");
            page.locator("#amount").fill("12.5");
            page.locator("#show").click();
            assertThat(page.locator("#echo")).containsText("$12.50");
            assertThat(page.locator("#preview")).containsText("client@example.com");
            page.locator("#create").click();
            assertThat(page.locator("#created")).containsText("Payment link created");

            page.navigate("admin/payments");
            page.locator("input[name=q]").fill(project);
            page.locator(".search button").click();

            assertThat(page.locator("#payments tr")).hasCount(1);
            page.locator("#payments .row-menu summary").click();
            page.locator("#payments .row-menu a[href*='confirm=cancel']").click();
            page.locator("#cancel_now").click();
            assertThat(admin.summary()).containsText("Canceled");
        }
    }

    @Test
    void the_first_view_of_the_list_is_light() {
        for (int i = 0; i < 25; i++) {
            create(aLink());
        }
        try (AdminBrowser admin = AdminBrowser.open(Chromium.shared())) {
            List<Request> requests = new CopyOnWriteArrayList<>();
            admin.logIn();
            try (AdminBrowser fresh = AdminBrowser.open(Chromium.shared())) {
                fresh.context()
                        .addCookies(admin.context().cookies().stream()
                                .map(cookie -> new com.microsoft.playwright.options.Cookie(cookie.name, cookie.value)
                                        .setDomain(cookie.domain)
                                        .setPath(cookie.path))
                                .toList());
                fresh.page().onRequestFinished(requests::add);

                open(fresh, "admin/payments");

                assertThat(fresh.page().locator("#payments tr")).hasCount(25);
                int bytes = requests.stream()
                        .mapToInt(request -> request.sizes().responseBodySize + request.sizes().responseHeadersSize)
                        .sum();
                assertTrue(bytes <= LIST_BYTES, bytes + " bytes: " + sizes(requests));
                assertTrue(requests.size() <= LIST_REQUESTS, sizes(requests));
            }
        }
    }

    private static String sizes(List<Request> requests) {
        return requests.stream()
                .map(request -> request.url() + " " + request.sizes().responseBodySize)
                .toList()
                .toString();
    }

    private static void open(AdminBrowser admin, String address) {
        admin.page().navigate(address);
        assertThat(admin.page().locator("#live")).hasAttribute("data-state", "live");
    }

    private static com.microsoft.playwright.Locator row(AdminBrowser admin, JsonObject payment) {
        return admin.page().locator("#payment-" + payment.get("id").getAsString());
    }

    private static BoundingBox box(AdminBrowser admin, JsonObject payment) {
        return Objects.requireNonNull(row(admin, payment).boundingBox());
    }

    private JsonObject create(JsonObject payment) {
        payment.addProperty("project_name", project);
        return api.create(payment).json();
    }

    private static String stripeId(JsonObject payment) {
        return payment.getAsJsonObject("stripe").get("payment_link_id").getAsString();
    }
}
