package com.operatoros.payments.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.operatoros.payments.support.AdminApi.aLink;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.operatoros.payments.support.AdminApi;
import com.operatoros.payments.support.AdminBrowser;
import com.operatoros.payments.support.Chromium;
import com.operatoros.payments.support.Login;
import com.operatoros.payments.support.RunningApplication;
import com.operatoros.payments.support.ShownForm;
import com.operatoros.payments.support.TestEnvironment;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Ends and detours: a session that is over, a page that is not there, a server behind a proxy (rule Z2). */
@ExtendWith(RunningApplication.class)
class SessionStoryIT {

    private final AdminApi api = AdminApi.asAdmin();

    @Test
    void a_form_that_is_sent_after_the_session_has_ended_is_there_again_after_the_login() {
        String project = "Session " + UUID.randomUUID();
        try (AdminBrowser admin = AdminBrowser.open(Chromium.shared()).logIn()) {
            Page page = admin.page();
            page.navigate("admin/payments/new");
            page.locator("#project_name").fill(project);
            page.locator("#client_email").fill("client@example.com");
            page.locator("#amount").fill("12.50");
            page.locator("input[name=type][value=invoice]").check();
            admin.context().clearCookies();

            page.locator("#create").click();

            assertThat(page.locator("main")).containsText("What you sent last was not done");
            logIn(page);
            assertThat(page.locator("#project_name")).hasValue(project);
            assertThat(page.locator("#amount")).hasValue("12.50");
            assertThat(page.locator("input[name=type][value=invoice]")).isChecked();
            page.locator("#create").click();
            assertThat(page.locator("#created")).containsText("Invoice created");
            // An open page would look for the login by itself.
            page.navigate("about:blank");
            admin.context().clearCookies();
            page.navigate("admin/payments/new");
            logIn(page);
            assertThat(page.locator("#project_name")).hasValue("");
        }
        assertEquals(
                1,
                api.get("admin/api/payments?project=" + project.replace(' ', '+'))
                        .json()
                        .getAsJsonArray("data")
                        .size());
    }

    @Test
    void a_button_that_is_pressed_after_the_session_has_ended_leads_back_to_its_payment() {
        String id = api.create(aLink()).json().get("id").getAsString();
        try (AdminBrowser admin = AdminBrowser.withoutScripts(Chromium.shared()).logIn()) {
            admin.openPayment(id);
            admin.context().clearCookies();

            admin.page().locator("#duplicate").click();
            logIn(admin.page());

            assertTrue(
                    admin.page().url().endsWith("/admin/payment?id=" + id),
                    admin.page().url());
            assertThat(admin.summary()).isVisible();
        }
    }

    @Test
    void a_page_that_is_not_there_leads_back_to_the_page_before() {
        try (AdminBrowser admin = AdminBrowser.open(Chromium.shared()).logIn()) {
            Page page = admin.page();
            page.navigate("admin/reports");

            page.evaluate("() => location.assign('nowhere')");

            page.getByText("Back to the page before").click();
            assertThat(page.locator("h1")).hasText("Reports");
            Response mistyped = Objects.requireNonNull(page.navigate("pay/some%20thing"));
            assertEquals(404, mistyped.status());
            assertThat(page.locator("h1")).isVisible();
            assertThat(page.locator("main a")).hasCount(0);
        }
    }

    @Test
    void an_unknown_payment_is_not_asked_for_again_and_again() {
        try (AdminBrowser admin = AdminBrowser.open(Chromium.shared()).logIn()) {
            admin.page().navigate("admin/payment?id=" + UUID.randomUUID());
            assertThat(admin.page().locator("#live")).hasAttribute("data-state", "live");

            admin.page()
                    .waitForRequest(
                            request -> request.url().endsWith("/admin/notifications"), () -> api.create(aLink()));

            assertThat(admin.page().locator("main")).containsText("There is no such payment");
            assertEquals(1, admin.complaints().size(), admin.complaints().toString());
        }
    }

    @Test
    void no_redirect_names_a_host_since_a_proxy_may_have_another() throws Exception {
        assertEquals("/login?from=%2Fadmin%2Fpayments", location(get("admin/payments")));
        HttpResponse<String> created = ShownForm.open(Login.sessionCookie(), "admin/payments/new", "new")
                .with("project_name", "Proxy")
                .with("client_email", "client@example.com")
                .with("amount", "10")
                .with("currency", "usd")
                .with("type", "link")
                .with("due", "days")
                .with("create", "create")
                .send();
        assertTrue(location(created).startsWith("/admin/payment?"), location(created));
    }

    @Test
    void files_with_a_version_are_kept_and_pages_are_not() throws Exception {
        String page = get("login").body();
        List<String> files =
                List.of(page.substring(page.indexOf("/assets/app.css")).split("\"", 2)[0], "/assets/app.css");

        assertEquals(
                "public, max-age=31536000, immutable",
                cacheControl(get(files.get(0).substring(1))));
        assertEquals("no-cache", cacheControl(get(files.get(1).substring(1))));
        assertEquals("no-cache", cacheControl(get(files.get(1).substring(1) + "?v=ofanotherserver")));
        assertEquals("no-store", cacheControl(get("assets/nothing.css?v=1")));
        assertEquals("no-store", cacheControl(get("login")));
        assertEquals("no-store", cacheControl(get("admin/payments", Login.sessionCookie())));
    }

    private static void logIn(Page page) {
        page.locator("#user").fill(TestEnvironment.USERNAME);
        page.locator("#password").fill(TestEnvironment.PASSWORD);
        page.locator("#submit").click();
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return get(path, "");
    }

    private static HttpResponse<String> get(String path, String cookies) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(TestEnvironment.baseUrl().resolve(path))
                                .header("Cookie", cookies)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static String cacheControl(HttpResponse<String> answer) {
        return answer.headers().firstValue("Cache-Control").orElse("");
    }
}
