package com.operatoros.payments.api;

import com.operatoros.payments.payment.BillingProfile;
import com.operatoros.payments.payment.CreationResult;
import com.operatoros.payments.payment.FieldError;
import com.operatoros.payments.payment.PaymentCreation;
import com.operatoros.payments.payment.PaymentDraft;
import com.operatoros.payments.payment.PaymentDraft.Checked;
import com.operatoros.payments.payment.PaymentOrder;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The creation of a payment by a call, behind each of its addresses. */
@ApplicationScoped
class PaymentCalls {

    @EJB
    private PaymentCreation creation;

    @Inject
    private BillingProfile profile;

    Response create(InputStream stream, @Nullable MediaType type, String admin) {
        PaymentOrder order = order(JsonBody.read(stream, type));
        return answer(creation.create(order, admin));
    }

    private PaymentOrder order(JsonBody body) {
        String type = body.text("type");
        PaymentDraft draft = new PaymentDraft(
                type != null ? type : body.text("payment_type"),
                body.text("project_name"),
                body.text("client_name"),
                body.text("client_email"),
                body.amount("amount"),
                body.text("currency"),
                body.text("description"));
        body.refuse("due_days", "field.invoices_only");
        body.refuse("due_date", "field.invoices_only");
        Checked checked = draft.check(profile.defaultCurrency());
        if (checked instanceof Checked.Valid valid && body.errors().isEmpty()) {
            return valid.order();
        }
        List<FieldError> found = checked instanceof Checked.Invalid invalid ? invalid.errors() : List.of();
        throw Problem.fields(merge(body.errors(), found));
    }

    /** A field of the wrong type is also missing: only the first is told. */
    private static List<FieldError> merge(List<FieldError> first, List<FieldError> second) {
        Map<String, FieldError> byField = new LinkedHashMap<>();
        first.forEach(error -> byField.putIfAbsent(error.field(), error));
        second.forEach(error -> byField.putIfAbsent(error.field(), error));
        return new ArrayList<>(byField.values());
    }

    private Response answer(CreationResult result) {
        JsonObject json = PaymentJson.of(result.payment(), profile);
        if (result instanceof CreationResult.Refused refused) {
            String detail = "Stripe refused: " + refused.failure().message();
            return Problem.answer(
                    Problem.UNPROCESSABLE,
                    Problem.body(Problem.UNPROCESSABLE, detail).add("payment", json));
        }
        Response.Status status =
                result instanceof CreationResult.Created ? Response.Status.CREATED : Response.Status.ACCEPTED;
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(json.toString())
                .build();
    }
}
