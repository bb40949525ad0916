package com.operatoros.payments.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.operatoros.payments.support.AdminBrowser;
import com.operatoros.payments.support.Chromium;
import com.operatoros.payments.support.Login;
import com.operatoros.payments.support.RunningApplication;
import com.operatoros.payments.support.ShownForm;
import com.operatoros.payments.support.StripeControls;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the page of the setup can do. */
@ExtendWith(RunningApplication.class)
class SetupStoryIT {

    private static final String ENDPOINTS = "/v1/webhook_endpoints";

    @AfterEach
    void tellEverythingAgain() {
        StripeControls.change(
                ENDPOINTS + "/" + endpoint().get("id").getAsString(), "disabled=false&enabled_events[0]=*");
    }

    @Test
    void an_endpoint_that_is_switched_off_is_repaired() {
        String id = endpoint().get("id").getAsString();
        StripeControls.change(ENDPOINTS + "/" + id, "disabled=true&enabled_events[0]=invoice.paid");
        try (AdminBrowser admin = AdminBrowser.open(Chromium.shared()).logIn()) {
            admin.page().navigate("admin/setup");
            assertThat(check(admin)).containsText("switched off");

            admin.page().locator("#register").click();

            assertThat(admin.page().locator("main")).containsText("The endpoint was repaired");
            assertThat(check(admin)).containsText("Registered");
            assertEquals("enabled", endpoint().get("status").getAsString());
            assertTrue(endpoint().get("enabled_events").toString().contains("charge.dispute.closed"));
            assertEquals(List.of(), admin.complaints());
        }
    }

    @Test
    void two_admins_who_register_at_once_make_one_endpoint() {
        String known = ENDPOINTS + "/" + endpoint().get("id").getAsString();
        String url = endpoint().get("url").getAsString();
        StripeControls.change(known, "url=http://127.0.0.1:1/elsewhere");
        ShownForm one =
                ShownForm.open(Login.sessionCookie(), "admin/setup", "webhook").with("register", "register");
        ShownForm other =
                ShownForm.open(Login.sessionCookie(), "admin/setup", "webhook").with("register", "register");

        CompletableFuture<HttpResponse<String>> first = one.sendAsync();
        CompletableFuture<HttpResponse<String>> second = other.sendAsync();
        List<String> ends = Stream.of(first.join(), second.join())
                .map(answer -> answer.headers().firstValue("Location").orElse(""))
                .map(location -> location.replaceFirst(".*registered=", ""))
                .sorted()
                .toList();
        List<String> made = StripeControls.read(ENDPOINTS).getAsJsonArray("data").asList().stream()
                .map(each -> ENDPOINTS + "/" + each.getAsJsonObject().get("id").getAsString())
                .filter(each -> !each.equals(known))
                .toList();
        made.forEach(StripeControls::delete);
        StripeControls.change(known, "url=" + url);

        assertEquals(1, made.size());
        assertEquals(List.of("registered", "repaired"), ends);
    }

    @Test
    void the_rehearsal_passes_in_every_scene() {
        try (AdminBrowser admin = AdminBrowser.open(Chromium.shared()).logIn()) {
            admin.page().navigate("admin/setup");

            // The answer comes when everything has been played, which takes long on a busy machine.
            admin.page().locator("#rehearse").click(new Locator.ClickOptions().setTimeout(60_000));

            assertThat(admin.page().locator("#takes > li")).hasCount(6);
            assertThat(admin.page().locator("#takes .state-ok")).hasCount(6);
            assertEquals("on", StripeControls.deliveries().get("mode").getAsString());
            assertEquals(List.of(), admin.complaints());
        }
    }

    private static Locator check(AdminBrowser admin) {
        return admin.page()
                .locator("li.check")
                .filter(new Locator.FilterOptions().setHasText("Webhook endpoint"))
                .first();
    }

    private static JsonObject endpoint() {
        return StripeControls.read(ENDPOINTS).getAsJsonArray("data").get(0).getAsJsonObject();
    }
}
