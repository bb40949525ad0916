package com.operatoros.payments.chaos;

import static com.operatoros.payments.chaos.Bill.only;
import static com.operatoros.payments.chaos.StripeBooks.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.operatoros.payments.support.AdminApi.Answer;
import com.operatoros.payments.support.Node;
import java.util.List;

/** A payment of which a part is to be given back, and met at the call of that. */
record PaidPayment(GivingBack way, Client client, JsonObject payment) {

    private static final long PART = 50_000;

    static PaidPayment of(GivingBack way, Scene scene) {
        Node node = scene.node();
        Client client = Client.aClient();
        client.bill(node, way.type());
        JsonObject billed = only(scene.settledPayments(node, client));
        JsonObject ids = billed.getAsJsonObject("stripe");
        scene.hands().pay(text(ids, way == GivingBack.REFUND ? "payment_link_id" : "invoice_id"));
        return new PaidPayment(way, client, node.admin().await(text(billed, "id"), "paid"));
    }

    Answer refund(Node node) {
        return node.admin().post("admin/api/payments/" + text(payment, "id") + "/refund", "{\"amount\":500}");
    }

    /** Begins it on the first node, and returns when Stripe holds the answer to that call back. */
    PendingRequest meet(Scene scene, CallPhase moment) {
        scene.trouble().hold("POST", way.path(), moment);
        PendingRequest request = PendingRequest.send(() -> refund(scene.node()));
        scene.trouble().awaitCall();
        return request;
    }

    /** As soon as nothing is left to be done, the part has gone back once on both sides. */
    void assertRefundedOnce(Scene scene, Node node) {
        JsonObject now = only(scene.settledPayments(node, client));
        String intent = text(now.getAsJsonObject("stripe"), "payment_intent_id");
        JsonObject refund = only(scene.books().refunds(intent));
        assertEquals(PART, refund.get("amount").getAsLong());
        if (way == GivingBack.CREDIT) {
            only(scene.books().creditNotes(text(now.getAsJsonObject("stripe"), "invoice_id")));
        }
        StoredEffects traces = scene.traces(text(payment, "id"));
        assertEquals(PART, traces.refunded());
        assertEquals(List.of(text(refund, "id") + " succeeded " + PART), traces.refunds());
        assertEquals(PART, now.get("amount_refunded_minor").getAsLong());
    }
}
