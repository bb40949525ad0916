package com.operatoros.payments.story;

import static com.operatoros.payments.support.AdminApi.aLink;
import static com.operatoros.payments.support.AdminApi.anInvoice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.operatoros.payments.support.AdminApi;
import com.operatoros.payments.support.Login;
import com.operatoros.payments.support.RunningApplication;
import com.operatoros.payments.support.ShownForm;
import com.operatoros.payments.support.StripeControls;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What one showing of a form asks for happens once, with no script to hold nervous fingers back (rule V5). */
@ExtendWith(RunningApplication.class)
class SentTwiceIT {

    private static final Pattern ID = Pattern.compile("id=(\\p{XDigit}{8}[0-9a-f-]{28})");

    private final AdminApi api = AdminApi.asAdmin();
    private final String project = "Twice " + UUID.randomUUID();
    private String session = "";

    @BeforeEach
    void logIn() {
        session = Login.sessionCookie();
    }

    @AfterEach
    void recover() {
        StripeControls.recover();
    }

    @Test
    void the_same_form_sent_twice_at_once_makes_one_payment() {
        ShownForm form = aForm();

        CompletableFuture<HttpResponse<String>> first = form.sendAsync();
        CompletableFuture<HttpResponse<String>> second = form.sendAsync();

        assertEquals(payment(first.join()), payment(second.join()));
        assertEquals(1, payments().size());
    }

    @Test
    void the_same_form_sent_again_later_leads_to_the_payment_that_it_made() {
        ShownForm form = aForm();
        String made = payment(form.send());

        String again = payment(form.send());

        assertEquals(made, again);
        assertEquals(1, payments().size());
    }

    @Test
    void a_form_with_something_else_in_it_makes_nothing_and_leads_to_what_it_made_before() {
        ShownForm form = aForm();
        String made = payment(form.send());

        HttpResponse<String> answer = form.with("amount", "20").send();

        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().contains("This form has already created a payment"));
        assertTrue(answer.body().contains("/admin/payment?id=" + made));
        assertEquals(1, payments().size());
    }

    @Test
    void a_form_that_had_an_error_can_be_corrected_and_sent() {
        ShownForm form = aForm();
        HttpResponse<String> refused = form.with("amount", "nothing").send();
        assertEquals(200, refused.statusCode());

        HttpResponse<String> corrected = form.send();

        assertEquals(payments().get(0).getAsJsonObject().get("id").getAsString(), payment(corrected));
    }

    @Test
    void a_form_that_stripe_refused_leads_to_the_refused_payment_when_it_is_sent_again() {
        StripeControls.failToCreateLinks("400", false, 1);
        ShownForm form = aForm();
        HttpResponse<String> refused = form.send();
        assertTrue(refused.body().contains("Stripe refused to create this payment"));

        String again = payment(form.send());

        assertEquals("rejected", api.payment(again).get("status").getAsString());
        assertEquals(1, payments().size());
    }

    @Test
    void each_button_does_its_work_once() {
        JsonObject invoice = api.create(anInvoice()).json();
        ShownForm buttons = buttonsOf(invoice);

        CompletableFuture<HttpResponse<String>> first =
                buttons.with("press", "resend").sendAsync();
        CompletableFuture<HttpResponse<String>> second =
                buttons.with("press", "resend").sendAsync();
        String duplicate = payment(buttons.with("press", "duplicate").send());
        String duplicateAgain = payment(buttons.with("press", "duplicate").send());

        assertEquals(
                first.join().headers().map().get("location"),
                second.join().headers().map().get("location"));
        assertEquals(duplicate, duplicateAgain);
        assertEquals(1, actions(invoice, "Asked to mail it again"));
    }

    @Test
    void a_button_that_was_pressed_twice_tells_the_same_twice() {
        JsonObject link = api.create(aLink()).json();
        ShownForm buttons = buttonsOf(link).with("press", "cancel");

        String first = location(buttons.send());
        String second = location(buttons.send());

        assertEquals(first, second);
        assertEquals(1, actions(link, "Asked to withdraw it"));
        assertEquals("canceled", api.payment(id(link)).get("status").getAsString());
    }

    @Test
    void what_the_state_no_longer_allows_is_not_done() {
        JsonObject link = api.create(aLink()).json();
        ShownForm buttons = buttonsOf(link);
        api.act(id(link), "cancel");

        String answer = location(buttons.with("press", "cancel").send());

        assertTrue(answer.contains("ended=not_allowed"), answer);
        assertEquals(1, actions(link, "Asked to withdraw it"));
    }

    private ShownForm aForm() {
        return ShownForm.open(session, "admin/payments/new", "new")
                .with("project_name", project)
                .with("client_name", "")
                .with("client_email", "client@example.com")
                .with("amount", "19.99")
                .with("currency", "usd")
                .with("description", "")
                .with("type", "link")
                .with("due", "days")
                .with("due_days", "30")
                .with("due_date", "")
                .with("create", "");
    }

    private ShownForm buttonsOf(JsonObject payment) {
        return ShownForm.open(session, "admin/payment?id=" + id(payment), "doing");
    }

    private JsonArray payments() {
        return api.get("admin/api/payments?q=" + project.replace(' ', '+'))
                .json()
                .getAsJsonArray("data");
    }

    private long actions(JsonObject payment, String text) {
        String page = api.get("admin/payment?id=" + id(payment)).response().body();
        return Pattern.compile(Pattern.quote(text)).matcher(page).results().count();
    }

    private static String payment(HttpResponse<String> answer) {
        Matcher id = ID.matcher(location(answer));
        assertTrue(id.find(), () -> answer.statusCode() + " " + answer.headers().map());
        return id.group(1);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static String id(JsonObject payment) {
        return payment.get("id").getAsString();
    }
}
