package com.operatoros.payments.api;

import com.operatoros.payments.payment.Attention;
import com.operatoros.payments.payment.action.ActionResult;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.Response;

/**
 * An answer to an action, with the payment as it is.
 *
 * @param success the status when it is done
 */
record ActionAnswer(JsonObject payment, Response.Status success) implements ActionResult.Reader<Response> {
    private static final int CONFLICT = Response.Status.CONFLICT.getStatusCode();

    @Override
    public Response done(ActionResult.Done result) {
        return PaymentAnswers.answer(success, payment);
    }

    @Override
    public Response unsettled(ActionResult.Unsettled result) {
        return PaymentAnswers.answer(Response.Status.ACCEPTED, payment);
    }

    @Override
    public Response refused(ActionResult.Refused result) {
        return PaymentAnswers.refused(CONFLICT, "Stripe refused: " + result.reason(), payment);
    }

    @Override
    public Response rejected(ActionResult.Rejected result) {
        return PaymentAnswers.refused(Problem.UNPROCESSABLE, "Stripe refused: " + result.reason(), payment);
    }

    @Override
    public Response notAllowed(ActionResult.NotAllowed result) {
        boolean isDisputed = result.payment().outcome().attention().contains(Attention.DISPUTED);
        String detail = "A payment that is " + result.payment().status().code()
                + (isDisputed ? ", whose money is held by a dispute" : "")
                + ", or with something still to be done at Stripe, does not allow this.";
        return PaymentAnswers.refused(CONFLICT, detail, payment);
    }
}
