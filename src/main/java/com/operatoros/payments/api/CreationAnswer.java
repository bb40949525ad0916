package com.operatoros.payments.api;

import com.operatoros.payments.payment.action.CreationResult;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.Response;

/** An answer to a creation, with the payment as it is. */
record CreationAnswer(JsonObject payment) implements CreationResult.Reader<Response> {
    @Override
    public Response created(CreationResult.Created result) {
        return PaymentAnswers.answer(Response.Status.CREATED, payment);
    }

    @Override
    public Response unsettled(CreationResult.Unsettled result) {
        return PaymentAnswers.answer(Response.Status.ACCEPTED, payment);
    }

    @Override
    public Response refused(CreationResult.Refused result) {
        String detail = "Stripe refused: " + result.failure().message();
        return PaymentAnswers.refused(Problem.UNPROCESSABLE, detail, payment);
    }
}
