package com.operatoros.payments.reconcile;

import static com.operatoros.payments.support.AdminApi.aLink;
import static com.operatoros.payments.support.AdminApi.anInvoice;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.operatoros.payments.support.AdminApi;
import com.operatoros.payments.support.TestEnvironment;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.StreamSupport;

/** The module's records as the admin sees them, and the sweep at the admin's word. */
final class Books {

    private final AdminApi admin = AdminApi.asAdmin();

    String aPendingLink() {
        return pending(aLink());
    }

    String aPendingInvoice() {
        return pending(anInvoice());
    }

    private String pending(JsonObject request) {
        AdminApi.Answer answer = admin.create(request);
        assertEquals(201, answer.status(), () -> answer.json().toString());
        return answer.json().get("id").getAsString();
    }

    /** Compares everything with Stripe. */
    JsonObject sweep() {
        AdminApi.Answer answer = admin.post("admin/api/drift/sweep", "");
        assertEquals(200, answer.status());
        return answer.json();
    }

    /** Tries to, while Stripe does not answer everything. */
    void sweepInVain() {
        assertEquals(503, admin.post("admin/api/drift/sweep", "").status());
    }

    AdminApi.Answer sync(String id) {
        return admin.act(id, "sync");
    }

    AdminApi.Answer cancel(String id) {
        return admin.act(id, "cancel");
    }

    JsonObject await(String id, String status) {
        return admin.await(id, status);
    }

    JsonObject payment(String id) {
        return admin.payment(id);
    }

    String status(String id) {
        return payment(id).get("status").getAsString();
    }

    String stripe(String id, String field) {
        return payment(id).getAsJsonObject("stripe").get(field).getAsString();
    }

    /** All that could have changed about a payment. */
    List<String> snapshot(String id) {
        return List.of(
                payment(id).toString(),
                history(id).toString(),
                announcements(id).toString());
    }

    List<JsonObject> history(String id) {
        return objects(admin.get("admin/api/payments/" + id + "/history").json().getAsJsonArray("data"));
    }

    /** What brought the payment to a status, as kinds of history. */
    List<String> waysTo(String id, String status) {
        return history(id).stream()
                .filter(entry -> !entry.get("to").isJsonNull()
                        && entry.get("to").getAsString().equals(status))
                .map(entry -> entry.get("kind").getAsString())
                .toList();
    }

    /** The facts that were told about a payment. */
    List<String> announcements(String id) {
        return objects(admin.get("admin/api/notifications?limit=100").json().getAsJsonArray("data")).stream()
                .map(notification -> notification.getAsJsonObject("data"))
                .filter(data -> !data.get("payment_id").isJsonNull()
                        && data.get("payment_id").getAsString().equals(id))
                .map(data -> data.get("fact").getAsString())
                .toList();
    }

    /** The differences of a payment that are left to a person. */
    List<JsonObject> drift(String id) {
        return objects(admin.get("admin/api/drift").json().getAsJsonArray("items")).stream()
                .filter(item -> item.get("payment_id").getAsString().equals(id))
                .toList();
    }

    /** How far events have been read, and the trouble of the last sweep. */
    static String cursor() throws SQLException {
        return read("select read_until from operatoros_payments.stripe_sweep where not livemode");
    }

    static String trouble() throws SQLException {
        return read("select last_error from operatoros_payments.stripe_sweep where not livemode");
    }

    /** As if no event had been read for so long. */
    static void forgetCursor() throws SQLException {
        try (Connection connection = TestEnvironment.connect();
                PreparedStatement statement = connection.prepareStatement(
                        "update operatoros_payments.stripe_sweep set read_until = null where not livemode")) {
            statement.executeUpdate();
        }
    }

    private static String read(String sql) throws SQLException {
        try (Connection connection = TestEnvironment.connect();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "null";
        }
    }

    static List<JsonObject> objects(JsonArray array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .toList();
    }
}
