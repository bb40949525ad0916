package com.operatoros.payments.api;

import static com.operatoros.payments.support.AdminApi.aLink;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.operatoros.payments.support.AdminApi;
import com.operatoros.payments.support.AdminApi.Answer;
import com.operatoros.payments.support.Eventually;
import com.operatoros.payments.support.Login;
import com.operatoros.payments.support.RunningApplication;
import com.operatoros.payments.support.StripeControls;
import com.operatoros.payments.support.TestEnvironment;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON of the admin against the running server (rules A1, A2, D4, DB1, J1, L1 to L3, N6, T3, U4 and Z1 to Z4). */
@ExtendWith(RunningApplication.class)
class AdminApiIT {

    private final AdminApi admin = AdminApi.asAdmin();

    @AfterEach
    void recover() {
        StripeControls.recover();
    }

    @Test
    void a_link_is_created_for_the_exact_amount() {
        Answer answer = admin.create(aLink("amount", "19.99"));

        JsonObject payment = answer.json();
        assertEquals(201, answer.status());
        assertEquals("pending", text(payment, "status"));
        assertEquals(1999, payment.get("amount_minor").getAsLong());
        assertEquals(new BigDecimal("19.99"), payment.get("amount").getAsBigDecimal());
        assertEquals("usd", text(payment, "currency"));
        assertEquals("test", text(payment, "mode"));
        assertEquals("admin", text(payment, "created_by"));
        assertTrue(text(payment, "url").startsWith(TestEnvironment.stripe().base() + "/pay/"));
        assertTrue(text(payment, "pay_url").startsWith(TestEnvironment.baseUrl() + "pay/"));
        assertTrue(text(payment.getAsJsonObject("stripe"), "payment_link_id").startsWith("plink_"));
    }

    @ParameterizedTest
    @CsvSource({"admin/payments/create", "admin/api/payments", "admin/api/payments/create"})
    void each_of_its_addresses_creates_a_payment(String path) {
        assertEquals(201, admin.post(path, aLink().toString()).status());
    }

    @Test
    void an_amount_may_be_a_text_and_a_type_may_have_its_older_name() {
        JsonObject link = aLink("amount", "\"1500\"", "payment_type", "\"link\"");
        link.remove("type");

        Answer answer = admin.create(link);

        assertEquals(150_000, answer.json().get("amount_minor").getAsLong());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "project_name | null",
                "project_name | \"  \"",
                "project_name | \"a\\nb\"",
                "project_name | 5",
                "client_email | null",
                "client_email | \"nobody\"",
                "client_email | \"a@b\"",
                "client_name | \"\\u0000\"",
                "amount | null",
                "amount | 0",
                "amount | -5",
                "amount | 0.49",
                "amount | 1000000",
                "amount | 999999.991",
                "amount | 10.005",
                "amount | \"1,500\"",
                "amount | \"abc\"",
                "amount | true",
                "amount | 1e999999999",
                "type | null",
                "type | \"subscription\"",
                "currency | \"xxx\"",
                "currency | 7",
                "description | [1]"
            })
    void a_wrong_field_is_named_and_nothing_is_kept_that_could_be_asked_of_stripe(String field, String value) {
        int rows = countPayments();

        Answer answer = admin.create(aLink(field, value));

        assertEquals(400, answer.status());
        assertEquals("application/problem+json", answer.header("Content-Type"));
        assertEquals(List.of(field), fieldsOf(answer));
        assertEquals(rows, countPayments());
    }

    @ParameterizedTest
    @CsvSource({"project_name, 201", "client_name, 201", "description, 501"})
    void a_text_that_is_too_long_is_refused_at_its_field(String field, int length) {
        Answer answer = admin.create(aLink(field, "\"" + "x".repeat(length) + "\""));

        assertEquals(400, answer.status());
        assertEquals(List.of(field), fieldsOf(answer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "null", "\"x\"", "{\"a\":1e99999999999}", "{\"a\" \"b\"}", "{\"a\":1,\"a\":2}"})
    void what_is_no_json_object_is_refused(String body) {
        assertEquals(400, admin.post("admin/payments/create", body).status());
    }

    @Test
    void what_would_exhaust_a_parser_is_refused() {
        assertEquals(
                400, admin.post("admin/payments/create", "[".repeat(60_000)).status());
        assertEquals(
                400,
                admin.post("admin/payments/create", "{\"a\":".repeat(9_000)).status());
        assertEquals(List.of("amount"), fieldsOf(admin.create(aLink("amount", "1".repeat(2_000)))));
        assertEquals(List.of("amount"), fieldsOf(admin.create(aLink("amount", "1." + "1".repeat(3_000)))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"admin//live", "admin/%6cive", "admin/live;x=1", "admin/payments/create;x=1", "admin/./live"})
    void an_address_has_one_spelling(String path) {
        assertEquals(404, admin.get(path).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin/api/payments", "admin/payments/create/"})
    void a_session_is_no_login_for_a_call_without_its_header(String path) {
        String cookie = Login.sessionCookie();
        AdminApi stranger = AdminApi.asStranger();

        Answer bare =
                stranger.send(stranger.request(path).header("Cookie", cookie).GET());
        Answer marked = stranger.send(stranger.request(path)
                .header("Cookie", cookie)
                .header("X-Requested-With", "test")
                .GET());

        assertEquals(401, bare.status());
        assertTrue(marked.status() != 401, "with the header the session counts");
    }

    @Test
    void only_json_is_taken() {
        Answer form = admin.send(admin.request("admin/payments/create")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("project_name=x")));

        assertEquals(415, form.status());
        assertEquals(
                400,
                admin.send(admin.request("admin/payments/create").POST(HttpRequest.BodyPublishers.noBody()))
                        .status());
    }

    @Test
    void what_stripe_refuses_is_kept_as_rejected_with_its_words() {
        StripeControls.failToCreateLinks("400", false, 1);

        Answer answer = admin.create(aLink());

        assertEquals(422, answer.status());
        JsonObject payment = admin.payment(text(answer.json().getAsJsonObject("payment"), "id"));
        assertEquals("rejected", text(payment, "status"));
        assertFalse(text(payment.getAsJsonObject("failure"), "message").isBlank());
    }

    @ParameterizedTest
    @CsvSource({"500, false", "500, true", "429, false", "reset, true", "timeout, true"})
    void an_answer_that_is_not_known_leaves_the_payment_creating(String kind, boolean afterEffect) {
        StripeControls.failToCreateLinks(kind, afterEffect, 1);
        long start = System.nanoTime();

        Answer answer = admin.create(aLink());

        assertEquals(202, answer.status());
        assertTrue(System.nanoTime() - start < 10_000_000_000L, "the admin waits at most ten seconds");
        assertEquals("creating", text(admin.payment(text(answer.json(), "id")), "status"));
    }

    @Test
    void hostile_texts_arrive_as_they_are() {
        String name = "<script>alert('1')</script> \uD83D\uDE80 \"quotes\" {0} #{1+1} %";
        JsonObject link = aLink();
        link.addProperty("project_name", name);
        link.addProperty("description", "First\nSecond");

        String id = text(admin.create(link).json(), "id");

        assertEquals(name, text(admin.payment(id), "project_name"));
        assertEquals("First\nSecond", text(admin.payment(id), "description"));
    }

    @Test
    void the_history_tells_what_happened_oldest_first() {
        String id = text(admin.create(aLink()).json(), "id");

        List<JsonObject> history = data(admin.get("admin/api/payments/" + id + "/history"));

        assertEquals("created", text(history.get(0), "kind"));
        assertEquals("admin", text(history.get(0), "actor"));
        assertEquals("pending", text(history.get(1), "to"));
        assertTrue(text(history.get(1), "evidence").startsWith("plink_"));
    }

    @Test
    void pages_of_a_list_hold_each_payment_once() {
        String project = "Paging " + UUID.randomUUID();
        Set<String> created = new HashSet<>();
        for (int i = 0; i < 5; i++) {
            created.add(text(
                    admin.create(aLink("project_name", "\"" + project + "\"")).json(), "id"));
        }
        String query = "admin/api/payments?limit=2&project=" + project.replace(" ", "%20");

        Set<String> seen = new HashSet<>();
        JsonObject page = admin.get(query).json();
        data(page).forEach(payment -> seen.add(text(payment, "id")));
        while (page.get("has_more").getAsBoolean()) {
            page = admin.get(query + "&cursor=" + text(page, "next_cursor")).json();
            data(page).forEach(payment -> assertTrue(seen.add(text(payment, "id")), "a payment came twice"));
        }

        assertEquals(created, seen);
    }

    @ParameterizedTest
    @ValueSource(strings = {"created", "-created", "amount", "-amount", "due", "-due"})
    void each_order_can_be_paged_through(String sort) {
        String project = "Sorting " + UUID.randomUUID();
        for (String amount : List.of("7", "5", "9")) {
            admin.create(aLink("project_name", "\"" + project + "\"", "amount", amount));
        }
        String query = "admin/api/payments?limit=1&sort=" + sort + "&project=" + project.replace(" ", "%20");

        int count = 0;
        JsonObject page = admin.get(query).json();
        for (; page.get("has_more").getAsBoolean(); count++) {
            page = admin.get(query + "&cursor=" + text(page, "next_cursor")).json();
        }

        assertEquals(2, count);
    }

    @ParameterizedTest
    @CsvSource({"%25, 100% Ärger", "_, snake_case", "ärger, 100% Ärger", "SNAKE, snake_case"})
    void a_search_takes_its_text_literally_and_ignores_case(String query, String project) {
        String marker = "m" + UUID.randomUUID().toString().substring(0, 8);
        JsonObject link = aLink();
        link.addProperty("project_name", project);
        link.addProperty("client_name", marker);
        admin.create(link);

        List<JsonObject> found = data(admin.get("admin/api/payments?limit=100&q=" + encode(query)));

        assertTrue(
                found.stream().anyMatch(payment -> text(payment, "client_name").equals(marker)));
        assertTrue(found.stream()
                .allMatch(payment -> payment.toString()
                        .toLowerCase(java.util.Locale.ROOT)
                        .contains(query.equals("%25") ? "%" : query.toLowerCase(java.util.Locale.ROOT))));
    }

    @Test
    void a_search_finds_an_id_of_stripe() {
        JsonObject payment = admin.create(aLink()).json();
        String link = text(payment.getAsJsonObject("stripe"), "payment_link_id");

        List<JsonObject> found = data(admin.get("admin/api/payments?q=" + link.substring(3)));

        assertEquals(
                List.of(text(payment, "id")),
                found.stream().map(each -> text(each, "id")).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "from=%2B999999999-12-31",
                "to=-0001-01-01",
                "limit=101",
                "limit=x",
                "limit=",
                "status=unknown",
                "type=x",
                "sort=name",
                "from=yesterday",
                "cursor=x"
            })
    void an_unknown_value_of_a_parameter_is_refused(String query) {
        assertEquals(400, admin.get("admin/api/payments?" + query).status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pending",
                "paid",
                "failed",
                "canceled",
                "rejected",
                "overdue",
                "refunded",
                "disputed",
                "attention"
            })
    void each_status_can_be_looked_for(String status) {
        assertEquals(200, admin.get("admin/api/payments?status=" + status).status());
    }

    @Test
    void what_is_not_there_is_not_found() {
        assertEquals(404, admin.get("admin/api/payments/" + UUID.randomUUID()).status());
        assertEquals(404, admin.get("admin/api/payments/nonsense").status());
        assertEquals(
                404,
                admin.get("admin/api/payments/" + UUID.randomUUID() + "/history")
                        .status());
        assertEquals(
                404,
                admin.post("admin/api/notifications/999999999/acknowledge", "").status());
        Answer nowhere = admin.get("admin/api/nowhere");
        assertEquals("application/problem+json", nowhere.header("Content-Type"));
        assertEquals(
                "{\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404,"
                        + "\"detail\":\"Not Found\",\"errors\":[]}",
                nowhere.response().body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"admin/api/payments", "admin/api/notifications", "admin/payments/test-config", "admin/api/config"
            })
    void who_is_not_logged_in_gets_a_401_without_a_dialog(String path) {
        Answer answer = AdminApi.asStranger().get(path);

        assertEquals(401, answer.status());
        assertEquals("application/problem+json", answer.header("Content-Type"));
        assertFalse(answer.header("WWW-Authenticate").contains("Basic"));
    }

    @Test
    void who_is_not_logged_in_is_led_from_a_page_to_the_login() {
        Answer answer = AdminApi.asStranger().get("admin/payments");

        assertEquals(302, answer.status());
        assertTrue(answer.header("Location").endsWith("/login?from=%2Fadmin%2Fpayments"));
    }

    @Test
    void a_wrong_password_is_refused_and_guessing_is_slowed_down() {
        AdminApi guesser = AdminApi.withLogin("guesser", "wrong");
        for (int i = 0; i < 10; i++) {
            assertEquals(401, guesser.get("admin/api/payments").status());
        }

        Answer answer = guesser.get("admin/api/payments");

        assertEquals(429, answer.status());
        assertTrue(Integer.parseInt(answer.header("Retry-After")) > 0);
        assertEquals(200, admin.get("admin/api/payments").status());
    }

    @ParameterizedTest
    @CsvSource({"Origin, https://evil.example", "Sec-Fetch-Site, cross-site", "Sec-Fetch-Site, same-site"})
    void another_site_is_refused_even_with_the_right_password(String header, String value) {
        Answer answer = admin.send(admin.request("admin/payments/create")
                .header("Content-Type", "application/json")
                .header(header, value)
                .POST(HttpRequest.BodyPublishers.ofString(aLink().toString())));

        assertEquals(403, answer.status());
    }

    @Test
    void the_setup_check_names_everything_and_tells_no_secret() {
        Answer answer = admin.get("admin/payments/test-config");

        List<String> names = StreamSupport.stream(
                        answer.json().getAsJsonArray("checks").spliterator(), false)
                .map(check -> text(check.getAsJsonObject(), "name"))
                .toList();
        assertEquals(
                List.of(
                        "database",
                        "schema",
                        "stripe_library",
                        "stripe_key",
                        "publishable_key",
                        "webhook_secret",
                        "webhook_endpoint",
                        "webhook_recent",
                        "clock",
                        "account_time_zone",
                        "mail",
                        "public_url",
                        "business"),
                names);
        assertEquals("sandbox", text(answer.json(), "mode"));
        assertFalse(answer.response().body().contains(TestEnvironment.WEBHOOK_SECRET));
        assertFalse(answer.response().body().contains("sk_test_"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?limit=100", "?level=critical", "?limit=1&level=info"})
    void notifications_are_listed_newest_first(String query) {
        Answer answer = admin.get("admin/api/notifications" + query);

        assertEquals(200, answer.status());
        assertTrue(answer.json().get("unread").getAsLong() >= 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=0", "?limit=x", "?level=unknown"})
    void an_unknown_value_of_a_parameter_of_notifications_is_refused(String query) {
        assertEquals(400, admin.get("admin/api/notifications" + query).status());
    }

    @Test
    void a_notification_is_put_away() {
        JsonObject payment = admin.create(aLink()).json();
        StripeControls.pay(text(payment.getAsJsonObject("stripe"), "payment_link_id"), "4242424242424242");
        JsonObject notification = Eventually.get(() -> data(admin.get("admin/api/notifications?limit=100")).stream()
                .filter(each -> text(each.getAsJsonObject("data"), "payment_id").equals(text(payment, "id")))
                .findFirst());

        admin.post("admin/api/notifications/" + text(notification, "id") + "/acknowledge", "");

        JsonObject after = data(admin.get("admin/api/notifications?limit=100")).stream()
                .filter(each -> each.get("id").equals(notification.get("id")))
                .findFirst()
                .orElseThrow();
        assertFalse(notification.get("acknowledged").getAsBoolean());
        assertTrue(after.get("acknowledged").getAsBoolean());
        admin.post("admin/api/notifications/clear", "");
        assertEquals(
                0, admin.get("admin/api/notifications").json().get("unread").getAsLong());
    }

    @Test
    void a_paid_link_tells_when_and_by_which_objects() {
        JsonObject payment = admin.create(aLink()).json();
        StripeControls.pay(text(payment.getAsJsonObject("stripe"), "payment_link_id"), "4242424242424242");

        JsonObject paid = Eventually.get(() -> Optional.of(admin.payment(text(payment, "id")))
                .filter(each -> text(each, "status").equals("paid")
                        && !text(each.getAsJsonObject("stripe"), "checkout_session_id")
                                .isEmpty()));

        assertFalse(text(paid, "paid_at").isEmpty());
        assertEquals(1999, paid.get("amount_paid_minor").getAsLong());
        assertTrue(text(paid.getAsJsonObject("stripe"), "payment_intent_id").startsWith("pi_"));
        assertTrue(text(paid.getAsJsonObject("stripe"), "charge_id").startsWith("ch_"));
    }

    @Test
    void the_health_needs_no_login() {
        AdminApi stranger = AdminApi.asStranger();

        assertEquals("UP", text(stranger.get("health").json(), "database"));
        assertEquals(200, stranger.get("health/live").status());
        assertEquals(200, stranger.get("health/ready").status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "*/*", "application/xml;q=0.9", "nonsense", "a/b/c, ;;"})
    void the_health_is_json_whatever_the_monitor_asks_for(String accepted) {
        AdminApi monitor = AdminApi.asStranger();

        for (String path : List.of("health", "health/live", "health/ready")) {
            Answer answer = monitor.send(monitor.request(path).header("Accept", accepted));
            assertEquals(200, answer.status(), path);
            assertEquals("application/json", answer.header("Content-Type"), path);
            assertEquals("UP", text(answer.json(), "status"), path);
        }
    }

    @Test
    void the_health_tells_the_release_of_the_archive() {
        String version = text(AdminApi.asStranger().get("health").json(), "version");

        assertTrue(version.matches("\\d+\\.\\d+\\.\\d+.*"), version);
    }

    @Test
    void programs_are_told_in_english_whatever_they_ask_for() {
        String nothing = "{}";

        Answer plain = admin.post("admin/payments/create", nothing);
        Answer german = admin.send(admin.request("admin/payments/create")
                .header("Accept-Language", "de")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(nothing)));

        assertEquals(400, german.status());
        assertEquals(plain.response().body(), german.response().body());
    }

    private static List<String> fieldsOf(Answer answer) {
        return StreamSupport.stream(answer.json().getAsJsonArray("errors").spliterator(), false)
                .map(error -> text(error.getAsJsonObject(), "field"))
                .toList();
    }

    private static List<JsonObject> data(Answer answer) {
        return data(answer.json());
    }

    private static List<JsonObject> data(JsonObject json) {
        return StreamSupport.stream(json.getAsJsonArray("data").spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    private static String text(JsonObject json, String field) {
        JsonElement value = json.get(field);
        return value == null || value.isJsonNull() ? "" : value.getAsString();
    }

    private static String encode(String text) {
        return text.equals("%25") ? text : java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    private static int countPayments() {
        try (var connection = TestEnvironment.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from operatoros_payments.payment")) {
            row.next();
            return row.getInt(1);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
