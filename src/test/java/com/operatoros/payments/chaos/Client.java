package com.operatoros.payments.chaos;

import com.google.gson.JsonObject;
import com.operatoros.payments.support.AdminApi;
import com.operatoros.payments.support.AdminApi.Answer;
import com.operatoros.payments.support.Node;
import java.util.UUID;

/** A client whom one test bills, and no other. */
record Client(String email) {

    /** What each payment in these tests is about. */
    static final long MINOR = 250_000;

    static Client aClient() {
        return new Client("client-" + UUID.randomUUID() + "@example.com");
    }

    Answer bill(Node node, String type) {
        return node.admin().create(payment(type));
    }

    /** The same, as a request that may be sent again. */
    Answer bill(Node node, String type, String idempotencyKey) {
        return node.admin().post("admin/payments/create", payment(type).toString(), idempotencyKey);
    }

    private JsonObject payment(String type) {
        return AdminApi.aLink(
                "type",
                "\"" + type + "\"",
                "amount",
                "2500",
                "currency",
                "\"usd\"",
                "client_email",
                "\"" + email + "\"");
    }
}
