package com.operatoros.payments.reconcile;

import static com.operatoros.payments.support.AdminApi.anInvoice;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.operatoros.payments.support.AdminApi;
import com.operatoros.payments.support.Eventually;
import com.operatoros.payments.support.RunningApplication;
import com.operatoros.payments.support.StripeControls;
import com.operatoros.payments.support.TestEnvironment;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What was left half-made is finished by the running server (rules O6 and R1). */
@ExtendWith(RunningApplication.class)
class RecoveryIT {

    private final AdminApi admin = AdminApi.asAdmin();

    @AfterEach
    void recover() {
        StripeControls.recover();
    }

    @Test
    void an_hour_of_trouble_is_told_once_and_still_made_good() throws SQLException {
        StripeControls.fail("/v1/invoices", "429", false, 100);
        String id = id(admin.create(anInvoice()).json());

        change("created_at = created_at - interval '2 hours'", id);

        Eventually.get(() -> notices(id, "Invoice still not created").stream().findFirst());
        StripeControls.recover();
        admin.await(id, "pending");
        assertEquals(1, notices(id, "Invoice still not created").size());
    }

    @Test
    void a_key_that_stripe_has_forgotten_makes_no_second_invoice() throws SQLException {
        String client = UUID.randomUUID() + "@example.com";
        JsonObject request = anInvoice();
        request.addProperty("client_email", client);
        StripeControls.fail("/v1/invoices", "reset", true, 1);
        StripeControls.fail("/v1/customers", "reset", true, 1);
        String id = id(admin.create(request).json());
        change("keyed_at = keyed_at - interval '24 hours'", id);

        JsonObject payment = admin.await(id, "pending");

        String customer = payment.getAsJsonObject("stripe").get("customer_id").getAsString();
        assertEquals(1, listed("/v1/customers?email=" + client).size());
        assertEquals(1, listed("/v1/invoices?customer=" + customer).size());
    }

    private static JsonArray listed(String path) {
        return StripeControls.read(path).getAsJsonArray("data");
    }

    private List<JsonObject> notices(String id, String title) {
        JsonArray all = admin.get("admin/api/notifications?limit=100").json().getAsJsonArray("data");
        return IntStream.range(0, all.size())
                .mapToObj(i -> all.get(i).getAsJsonObject())
                .filter(notice -> notice.get("title").getAsString().equals(title))
                .filter(notice -> notice.toString().contains(id))
                .toList();
    }

    /** As if time had passed. */
    private static void change(String assignment, String paymentId) throws SQLException {
        try (Connection connection = TestEnvironment.connect();
                PreparedStatement statement =
                        connection.prepareStatement("update operatoros_payments.stripe_operation set " + assignment
                                + " where payment_id = ?::uuid")) {
            statement.setString(1, paymentId);
            assertEquals(1, statement.executeUpdate());
        }
    }

    private static String id(JsonObject payment) {
        return payment.get("id").getAsString();
    }
}
