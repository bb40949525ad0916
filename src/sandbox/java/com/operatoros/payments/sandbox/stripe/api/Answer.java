package com.operatoros.payments.sandbox.stripe.api;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.http.Reply;

/** The outcome of one API call; a replayed one is an earlier call's. */
record Answer(int status, JsonObject body, String requestId, boolean replayed) {

    static Answer ok(JsonObject body, String requestId) {
        return new Answer(200, body, requestId, false);
    }

    static Answer of(StripeError error, String requestId) {
        return new Answer(error.status(), error.toJson(), requestId, false);
    }

    /** The HTTP answer to the call of this id. */
    Reply toReply(String currentRequestId) {
        Reply reply = Reply.json(status, body).with("Request-Id", currentRequestId);
        if (replayed) {
            return reply.with("Idempotent-Replayed", "true").with("Original-Request", requestId);
        }
        return status == 401 ? reply.with("WWW-Authenticate", "Basic realm=\"Stripe\"") : reply;
    }
}
