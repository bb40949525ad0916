package com.operatoros.payments.report;

import static com.operatoros.payments.support.AdminApi.aLink;
import static com.operatoros.payments.support.AdminApi.anInvoice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.operatoros.payments.support.AdminApi;
import com.operatoros.payments.support.RunningApplication;
import com.operatoros.payments.support.TestEnvironment;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list as a file is the list. */
@ExtendWith(RunningApplication.class)
class ExportIT {

    private static final String PROJECT = "Export \"" + UUID.randomUUID() + "\", all of it";
    private static final List<String> NAMES =
            List.of("=1+1", "+49 30 1234", "-2", "@SUM(A1)", "a,b", "say \"hi\"", "O'Neil", "Ümläut GmbH", "plain");

    private static boolean areThere;

    private final AdminApi admin = AdminApi.asAdmin();

    @ParameterizedTest
    @ValueSource(
            strings = {"", "&sort=amount", "&sort=-due", "&status=canceled", "&type=invoice&sort=created", "&q=neil"})
    void the_file_has_what_the_list_has_in_its_order(String filter) {
        somePayments();
        String query = "project=" + URLEncoder.encode(PROJECT, StandardCharsets.UTF_8) + filter;

        List<NamedCsvRecord> file = export(query);

        List<JsonObject> list = list(query);
        assertTrue(!list.isEmpty());
        assertEquals(
                list.stream().map(payment -> payment.get("id").getAsString()).toList(),
                file.stream().map(line -> line.getField("id")).toList());
        for (int i = 0; i < list.size(); i++) {
            assertSame(list.get(i), file.get(i));
        }
    }

    @Test
    void a_list_of_many_pages_is_exported_whole() throws SQLException {
        String project = "Long " + UUID.randomUUID();
        try (Connection connection = TestEnvironment.connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("insert into operatoros_payments.payment (id, reference, type, project_name,"
                    + " client_email, description, amount_minor, ordered_minor, currency, livemode, pay_token, created_at,"
                    + " created_by, status, version) select gen_random_uuid(), 'L-' || gen_random_uuid(), 'link', '"
                    + project
                    + "', 'long@example.com', '', n, n, 'usd', true, gen_random_uuid(), now(), 'export', 'pending', 0"
                    + " from generate_series(1, 1100) n");
        }

        List<NamedCsvRecord> file = export("project=" + project.replace(" ", "%20") + "&sort=created");

        assertEquals(
                1100, file.stream().map(line -> line.getField("id")).distinct().count());
        assertEquals(1100, file.size());
    }

    @Test
    void an_unknown_filter_is_refused() {
        assertEquals(400, admin.get("admin/api/payments/export?status=lost").status());
    }

    @Test
    void it_is_a_file_of_comma_separated_values() {
        AdminApi.Answer answer = admin.get("admin/api/payments/export?q=nothing-like-this");

        assertEquals(200, answer.status());
        String type = answer.response().headers().firstValue("content-type").orElseThrow();
        assertTrue(type.startsWith("text/csv"), type);
        assertTrue(answer.response()
                .headers()
                .firstValue("content-disposition")
                .orElseThrow()
                .contains("payments.csv"));
        assertTrue(answer.response().body().startsWith("reference,type,status,"));
    }

    @Test
    void it_is_also_a_file_for_a_spreadsheet_program_and_a_workbook() throws IOException {
        somePayments();
        String query = "admin/api/payments/export?project=" + URLEncoder.encode(PROJECT, StandardCharsets.UTF_8);

        String german = admin.get(query + "&format=excel&lang=de").response().body();
        assertTrue(german.startsWith("\ufeffReferenz;Art;Status;"), german);
        String english = admin.get(query + "&format=excel&lang=en").response().body();
        assertTrue(english.startsWith("\ufeffReference,Type,Status,"), english);
        AdminApi.Answer workbook = admin.get(query + "&format=xlsx");
        assertEquals(
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                workbook.response().headers().firstValue("content-type").orElseThrow());
        assertTrue(workbook.response()
                .headers()
                .firstValue("content-disposition")
                .orElseThrow()
                .matches("attachment; filename=\"payments-\\d{4}-\\d\\d-\\d\\d\\.xlsx\""));
        assertTrue(workbook.response().body().startsWith("PK"));
        assertEquals(400, admin.get(query + "&format=pdf").status());
        assertEquals(400, admin.get(query + "&format=excel&lang=fr").status());
    }

    private static void assertSame(JsonObject payment, NamedCsvRecord line) {
        for (String field : List.of("reference", "type", "status", "currency", "project_name", "client_email")) {
            assertEquals(payment.get(field).getAsString(), line.getField(field), field);
        }
        assertEquals(payment.get("amount").getAsBigDecimal().toPlainString(), line.getField("amount"));
        String name = payment.get("client_name").getAsString();
        String written = line.getField("client_name");
        assertEquals("=+-@".indexOf(name.charAt(0)) >= 0 ? "'" + name : name, written);
    }

    private synchronized void somePayments() {
        if (areThere) {
            return;
        }
        areThere = true;
        Random random = new Random();
        for (String name : NAMES) {
            JsonObject payment = random.nextBoolean() ? aLink() : anInvoice();
            payment.addProperty("project_name", PROJECT);
            payment.addProperty("client_name", name);
            payment.addProperty("amount", 1 + random.nextInt(5) + ".50");
            String id = admin.create(payment).json().get("id").getAsString();
            if (random.nextInt(3) == 0) {
                admin.act(id, "cancel");
            }
        }
        for (JsonObject payment : List.of(aLink(), anInvoice())) {
            payment.addProperty("project_name", PROJECT);
            payment.addProperty("client_name", "Last of all");
            String id = admin.create(payment).json().get("id").getAsString();
            admin.act(id, "cancel");
        }
    }

    private List<NamedCsvRecord> export(String query) {
        String file = admin.get("admin/api/payments/export?" + query).response().body();
        return CsvReader.builder().ofNamedCsvRecord(file).stream().toList();
    }

    /** All pages of it, three payments at a time. */
    private List<JsonObject> list(String query) {
        List<JsonObject> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonObject page =
                    admin.get("admin/api/payments?limit=3&" + query + cursor).json();
            page.getAsJsonArray("data").forEach((JsonElement each) -> all.add(each.getAsJsonObject()));
            JsonElement next = page.get("next_cursor");
            cursor = next.isJsonNull() ? "" : "&cursor=" + next.getAsString();
        } while (!cursor.isEmpty());
        return all;
    }
}
