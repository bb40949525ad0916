package com.operatoros.payments.api;

import static com.operatoros.payments.support.AdminApi.aLink;
import static com.operatoros.payments.support.AdminApi.anInvoice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.operatoros.payments.support.AdminApi;
import com.operatoros.payments.support.AdminApi.Answer;
import com.operatoros.payments.support.Eventually;
import com.operatoros.payments.support.RunningApplication;
import com.operatoros.payments.support.StripeControls;
import com.operatoros.payments.support.TestEnvironment;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Invoices, as JSON and at Stripe (rule C3 for their addresses). */
@ExtendWith(RunningApplication.class)
class InvoicesIT {

    private final AdminApi admin = AdminApi.asAdmin();

    @AfterEach
    void recover() {
        StripeControls.recover();
    }

    @Test
    void an_invoice_is_open_over_the_exact_total_with_a_number_a_page_and_a_pdf() {
        Answer answer = admin.create(anInvoice());

        JsonObject payment = answer.json();
        JsonObject invoice = invoice(payment);
        assertEquals(201, answer.status());
        assertEquals("pending", text(payment, "status"));
        assertEquals(text(invoice, "hosted_invoice_url"), text(payment, "url"));
        assertEquals(text(invoice, "invoice_pdf"), text(payment, "pdf_url"));
        assertEquals(text(invoice, "number"), text(payment.getAsJsonObject("stripe"), "invoice_number"));
        assertEquals("open", text(invoice, "status"));
        assertEquals(250_000, invoice.get("total").getAsLong());
        assertEquals("send_invoice", text(invoice, "collection_method"));
        assertFalse(invoice.get("auto_advance").getAsBoolean());
        assertEquals(text(payment, "id"), text(invoice.getAsJsonObject("metadata"), "operatoros_payment_id"));
        assertEquals("Website", text(field(invoice, 0), "value"));
        assertEquals(text(payment, "reference"), text(field(invoice, 1), "value"));
        assertTrue(text(invoice, "footer").contains("Studio Example"));
    }

    @ParameterizedTest
    @CsvSource({"due_days, 0, 0", "due_days, 365, 365", "due_days, '\"14\"', 14", "description, null, 30"})
    void the_due_date_is_the_same_day_here_and_at_stripe(String field, String value, int days) {
        LocalDate due =
                LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC).plusDays(days);

        JsonObject payment = admin.create(anInvoice(field, value)).json();

        assertEquals(due.toString(), text(payment, "due_date"));
        assertEquals(due, dueAtStripe(payment));
    }

    @Test
    void a_due_date_may_be_given_as_a_date() {
        LocalDate due =
                LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC).plusDays(400);

        JsonObject payment =
                admin.create(anInvoice("due_date", '"' + due.toString() + '"')).json();

        assertEquals(due.toString(), text(payment, "due_date"));
        assertEquals(due, dueAtStripe(payment));
    }

    @ParameterizedTest
    @CsvSource({
        "due_days, -1",
        "due_days, 366",
        "due_days, 1.5",
        "due_days, true",
        "due_date, '\"2020-01-31\"'",
        "due_date, '\"2027-02-30\"'",
        "due_date, '\"tomorrow\"'",
        "due_date, '\"9999-12-31\"'",
        "send_email, '\"yes\"'"
    })
    void a_wrong_due_date_is_told_at_its_field(String field, String value) {
        Answer answer = admin.create(anInvoice(field, value));

        assertEquals(400, answer.status());
        assertEquals(field, errorField(answer));
    }

    @Test
    void days_and_a_date_together_are_refused() {
        Answer answer = admin.create(anInvoice("due_days", 10, "due_date", "\"2030-01-31\""));

        assertEquals(400, answer.status());
        assertEquals("due_date", errorField(answer));
    }

    @Test
    void a_link_has_no_due_date() {
        Answer answer = admin.create(aLink("due_days", 10));

        assertEquals(400, answer.status());
        assertEquals("due_days", errorField(answer));
    }

    @Test
    void a_client_is_one_customer_however_the_address_is_written() {
        String client = UUID.randomUUID() + "@example.com";

        JsonObject first = admin.create(to(client)).json();
        JsonObject second = admin.create(to(client.toUpperCase(Locale.ROOT))).json();

        assertEquals(customer(first), customer(second));
    }

    @Test
    void invoices_for_the_same_new_client_at_the_same_time_share_one_customer() {
        String client = UUID.randomUUID() + "@example.com";

        Set<String> customers = IntStream.range(0, 4)
                .parallel()
                .mapToObj(i -> admin.create(to(client)).json())
                .map(payment -> customer(admin.await(text(payment, "id"), "pending")))
                .collect(Collectors.toSet());

        assertEquals(1, customers.size());
        assertEquals(
                1,
                StripeControls.read("/v1/customers?email=" + client)
                        .getAsJsonArray("data")
                        .size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"invoice_number", "invoice_id", "payment_intent_id"})
    void a_search_finds_an_invoice_by_what_stripe_calls_it(String name) {
        JsonObject payment = admin.create(anInvoice()).json();
        String known = text(payment.getAsJsonObject("stripe"), name).toLowerCase(Locale.ROOT);

        JsonArray found = admin.get("admin/api/payments?q=" + known).json().getAsJsonArray("data");

        assertEquals(1, found.size());
        assertEquals(text(payment, "id"), text(found.get(0).getAsJsonObject(), "id"));
    }

    @Test
    void a_changed_name_stands_on_the_next_invoice_and_not_on_the_one_before() {
        String client = UUID.randomUUID() + "@example.com";
        JsonObject first =
                admin.create(to(client, "client_name", "\"Old Name\"")).json();

        JsonObject second =
                admin.create(to(client, "client_name", "\"New Name\"")).json();

        assertEquals("Old Name", text(invoice(first), "customer_name"));
        assertEquals("New Name", text(invoice(second), "customer_name"));
        assertEquals("Old Name", text(admin.payment(text(first, "id")), "client_name"));
    }

    @Test
    void a_customer_that_was_deleted_at_stripe_is_made_anew() {
        String client = UUID.randomUUID() + "@example.com";
        String gone = customer(admin.create(to(client)).json());
        StripeControls.delete("/v1/customers/" + gone);

        JsonObject payment = admin.create(to(client)).json();

        JsonObject settled = admin.await(text(payment, "id"), "pending");
        assertFalse(customer(settled).equals(gone));
    }

    @Test
    void an_invoice_that_is_paid_on_its_page_becomes_paid() {
        JsonObject payment = admin.create(anInvoice()).json();

        StripeControls.pay(text(payment.getAsJsonObject("stripe"), "invoice_id"), "4242424242424242");

        JsonObject paid = admin.await(text(payment, "id"), "paid");
        assertEquals(250_000, paid.get("amount_paid_minor").getAsLong());
        assertEquals(0, paid.getAsJsonArray("attention").size());
    }

    @Test
    void a_declined_card_makes_an_invoice_failed_with_the_reason() {
        JsonObject payment = admin.create(anInvoice()).json();

        StripeControls.pay(text(payment.getAsJsonObject("stripe"), "invoice_id"), "4000000000009995");

        JsonObject failed = admin.await(text(payment, "id"), "failed");
        assertEquals("insufficient_funds", text(failed.getAsJsonObject("failure"), "code"));
    }

    @Test
    void hostile_texts_reach_the_invoice_unharmed() {
        String name = "<script>alert(1)</script> \"Café\" & 'co' " + "😀".repeat(80);
        JsonObject request = anInvoice();
        request.addProperty("project_name", name);
        request.addProperty("description", "First line\nSecond <b>line</b>");

        JsonObject payment = admin.create(request).json();

        JsonObject invoice = invoice(payment);
        assertEquals(name, text(payment, "project_name"));
        assertEquals("First line\nSecond <b>line</b>", text(invoice, "description"));
        assertTrue(name.startsWith(text(field(invoice, 0), "value")));
        assertTrue(Character.isLowSurrogate(text(field(invoice, 0), "value").charAt(139))
                || text(field(invoice, 0), "value").length() == 139);
        assertEquals(name, text(invoice.getAsJsonObject("metadata"), "operatoros_project"));
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/customers, 500, false",
        "/v1/invoices, 500, true",
        "/v1/invoiceitems, reset, true",
        "/finalize, 500, true",
        "/finalize, 429, false",
        "/send, reset, false"
    })
    void trouble_at_a_step_is_made_good_without_a_second_invoice(String path, String kind, boolean afterEffect) {
        String client = UUID.randomUUID() + "@example.com";
        StripeControls.fail(path, kind, afterEffect, 1);

        Answer answer = admin.create(to(client));

        assertTrue(Set.of(201, 202).contains(answer.status()));
        JsonObject payment = admin.await(text(answer.json(), "id"), "pending");
        JsonObject invoice = invoice(payment);
        assertEquals(250_000, invoice.get("total").getAsLong());
        assertEquals(1, invoicesOf(customer(payment)).size());
    }

    @Test
    void what_stripe_refuses_for_good_is_rejected_and_leaves_no_draft() {
        String client = UUID.randomUUID() + "@example.com";
        StripeControls.fail("/v1/invoiceitems", "400", false, 1);

        Answer answer = admin.create(to(client));

        assertEquals(422, answer.status());
        JsonObject payment = answer.json().getAsJsonObject("payment");
        assertEquals("rejected", text(payment, "status"));
        Eventually.get(() -> Optional.of(invoicesOf(customer(admin.payment(text(payment, "id")))))
                .filter(List::isEmpty));
    }

    @Test
    void an_address_that_may_have_expired_is_read_anew_before_it_is_shown() throws SQLException {
        JsonObject payment = admin.create(anInvoice()).json();
        age(text(payment, "id"));

        JsonObject shown = admin.payment(text(payment, "id"));

        assertEquals(text(invoice(payment), "hosted_invoice_url"), text(shown, "url"));
    }

    /** As after weeks: the address that we have is of no use any more. */
    private static void age(String id) throws SQLException {
        try (Connection connection = TestEnvironment.connect();
                PreparedStatement statement = connection.prepareStatement(
                        "update operatoros_payments.payment set url = 'https://old.example/',"
                                + " url_read_at = url_read_at - interval '20 days' where id = ?::uuid")) {
            statement.setString(1, id);
            assertEquals(1, statement.executeUpdate());
        }
    }

    private static JsonObject to(String client, Object... replacements) {
        JsonObject request = anInvoice(replacements);
        request.addProperty("client_email", client);
        return request;
    }

    private static JsonObject invoice(JsonObject payment) {
        return StripeControls.read("/v1/invoices/" + text(payment.getAsJsonObject("stripe"), "invoice_id"));
    }

    private static List<JsonObject> invoicesOf(String customer) {
        return StreamSupport.stream(
                        StripeControls.read("/v1/invoices?customer=" + customer)
                                .getAsJsonArray("data")
                                .spliterator(),
                        false)
                .map(each -> each.getAsJsonObject())
                .toList();
    }

    private static LocalDate dueAtStripe(JsonObject payment) {
        Instant due = Instant.ofEpochSecond(invoice(payment).get("due_date").getAsLong());
        return LocalDate.ofInstant(due, ZoneOffset.UTC);
    }

    private static String customer(JsonObject payment) {
        return text(payment.getAsJsonObject("stripe"), "customer_id");
    }

    private static JsonObject field(JsonObject invoice, int index) {
        return invoice.getAsJsonArray("custom_fields").get(index).getAsJsonObject();
    }

    private static String errorField(Answer answer) {
        return text(answer.json().getAsJsonArray("errors").get(0).getAsJsonObject(), "field");
    }

    private static String text(JsonObject json, String name) {
        return json.get(name).getAsString();
    }
}
