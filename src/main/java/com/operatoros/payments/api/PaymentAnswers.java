package com.operatoros.payments.api;

import com.operatoros.payments.http.ProblemJson;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Answers with a payment, whether it went well or not. */
final class PaymentAnswers {
    private PaymentAnswers() {}

    static Response answer(Response.Status status, JsonObject payment) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(payment.toString())
                .build();
    }

    static Response refused(int status, String detail, JsonObject payment) {
        return ProblemJson.of(status, detail).with("payment", payment).response();
    }
}
