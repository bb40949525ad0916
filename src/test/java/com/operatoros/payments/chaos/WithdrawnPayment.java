package com.operatoros.payments.chaos;

import static com.operatoros.payments.chaos.Bill.only;
import static com.operatoros.payments.chaos.StripeBooks.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.operatoros.payments.support.AdminApi.Answer;
import com.operatoros.payments.support.Node;
import java.util.ArrayList;
import java.util.List;

/** A payment that is to be withdrawn, or marked as paid, and met at one of the calls of that. */
record WithdrawnPayment(Withdrawal withdrawal, Client client, JsonObject payment) {

    static WithdrawnPayment billed(Withdrawal withdrawal, Scene scene) {
        Client client = Client.aClient();
        client.bill(scene.node(), withdrawal.type());
        return new WithdrawnPayment(withdrawal, client, only(scene.settledPayments(scene.node(), client)));
    }

    /** The end of the path of that call, and of no other. */
    String path() {
        return withdrawal == Withdrawal.SWITCH_LINK_OFF
                ? withdrawal.path() + text(payment.getAsJsonObject("stripe"), "payment_link_id")
                : withdrawal.path();
    }

    Answer withdraw(Node node) {
        return node.admin().act(text(payment, "id"), withdrawal.action());
    }

    /** Asks for the same with another description instead. */
    Answer replace(Node node) {
        return node.admin()
                .post("admin/api/payments/" + text(payment, "id") + "/replace", "{\"description\":\"Corrected\"}");
    }

    /** Begins it on the first node, and returns when Stripe holds the answer to that call back. */
    PendingRequest meet(Scene scene, CallPhase moment) {
        scene.trouble().hold(withdrawal.method(), path(), moment);
        PendingRequest request = PendingRequest.send(() -> withdraw(scene.node()));
        scene.trouble().awaitCall();
        return request;
    }

    /** As soon as nothing is left to be done, it is withdrawn on both sides, and nothing else has been made. */
    void assertWithdrawnOnce(Scene scene, Node node) {
        JsonObject now = only(scene.settledPayments(node, client));
        assertEquals(withdrawal.end(), text(now, "status"));
        assertEquals(List.of("pending", withdrawal.end()), statuses(node));
        assertOffAtStripe(scene);
    }

    /** Its one object at Stripe can't be paid any more. */
    void assertOffAtStripe(Scene scene) {
        String id = text(payment, "id");
        if (withdrawal.type().equals("link")) {
            assertFalse(only(scene.books().links(id)).get("active").getAsBoolean());
        } else {
            String status = withdrawal == Withdrawal.VOID_INVOICE ? "void" : "paid";
            assertEquals(status, text(only(scene.books().invoices(id)), "status"));
        }
    }

    /** The states through which the payment went after it was billed. */
    private List<String> statuses(Node node) {
        List<String> statuses = new ArrayList<>();
        for (JsonElement each : node.admin()
                .get("admin/api/payments/" + text(payment, "id") + "/history")
                .json()
                .getAsJsonArray("data")) {
            if (text(each.getAsJsonObject(), "kind").equals("transition")) {
                statuses.add(text(each.getAsJsonObject(), "to"));
            }
        }
        return statuses;
    }
}
