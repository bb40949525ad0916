package com.operatoros.payments.sandbox.stripe.resource;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.api.ApiRequest;
import com.operatoros.payments.sandbox.stripe.api.Created;
import com.operatoros.payments.sandbox.stripe.api.Fields;
import com.operatoros.payments.sandbox.stripe.api.Form;
import com.operatoros.payments.sandbox.stripe.api.Included;
import com.operatoros.payments.sandbox.stripe.api.ListPage;
import com.operatoros.payments.sandbox.stripe.api.Resource;
import com.operatoros.payments.sandbox.stripe.api.Route;
import com.operatoros.payments.sandbox.stripe.api.Rule;
import com.operatoros.payments.sandbox.stripe.api.StripeError;
import com.operatoros.payments.sandbox.stripe.refund.RefundMoves;
import com.operatoros.payments.sandbox.stripe.refund.RefundStatus;
import com.operatoros.payments.sandbox.stripe.refund.Refunds;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Kind;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.util.List;

/** {@code /v1/refunds}, and what a charge shows of them when it is asked. */
public final class RefundsResource implements Resource {

    private static final String PATH = "/v1/refunds";
    private static final Fields CREATE = Fields.none()
            .expand()
            .optional("amount", Rule.integer(1))
            .optional("charge", Rule.text())
            .optional("metadata", Rule.metadata())
            .optional("payment_intent", Rule.text())
            .optional("reason", Rule.oneOf("duplicate", "fraudulent", "requested_by_customer"));
    private static final Fields LIST = Fields.page()
            .optional("charge", Rule.text())
            .optional("created", Created.rule())
            .optional("payment_intent", Rule.text());

    private final Store store;
    private final Stored stored;
    private final Refunds refunds;
    private final RefundMoves moves;

    /** The resource of these refunds. */
    public RefundsResource(Store store, Refunds refunds, RefundMoves moves) {
        this.store = store;
        this.stored = new Stored(store, Kind.REFUND);
        this.refunds = refunds;
        this.moves = moves;
    }

    @Override
    public List<Route> routes() {
        Fields update = Fields.none().expand().optional("metadata", Rule.metadata());
        return List.of(
                Route.post(PATH, CREATE, this::create),
                Route.get(PATH, LIST, this::list),
                Route.get(PATH + "/{id}", Fields.none().expand(), stored::get),
                Route.post(PATH + "/{id}", update, this::update),
                Route.post(PATH + "/{id}/cancel", Fields.none().expand(), this::cancel));
    }

    @Override
    public List<Included> included() {
        return List.of(new Included("charge", "refunds", charge -> {
            String id = Json.requiredText(charge, "id");
            List<JsonObject> all = store.newestFirst(Kind.REFUND, refund -> Json.has(refund, "charge", id));
            return ListPage.list(all, false, "/v1/charges/" + id + "/refunds");
        }));
    }

    private JsonObject create(ApiRequest request) {
        Form form = request.form();
        JsonObject refund = refunds.draft(charge(form), form.integer("amount"));
        Copying.texts(refund, form, "reason");
        MetadataChange.apply(refund, form);
        refunds.add(refund, request.cause());
        return refund;
    }

    private JsonObject charge(Form form) {
        if (form.has("charge") == form.has("payment_intent")) {
            String message =
                    "One of the following params should be provided for this request: payment_intent or charge.";
            throw StripeError.invalid("parameter_missing", "payment_intent", message);
        }
        if (form.has("charge")) {
            String id = form.requiredText("charge");
            return store.find(Kind.CHARGE, id).orElseThrow(() -> StripeError.missing("charge", id, "charge"));
        }
        String id = form.requiredText("payment_intent");
        return refunds.chargeOf(store.find(Kind.PAYMENT_INTENT, id)
                .orElseThrow(() -> StripeError.missing("payment_intent", id, "payment_intent")));
    }

    private JsonObject update(ApiRequest request) {
        JsonObject refund = stored.get(request);
        JsonObject before = refund.deepCopy();
        MetadataChange.apply(refund, request.form());
        refunds.change(before, refund, request.cause());
        return refund;
    }

    private JsonObject cancel(ApiRequest request) {
        JsonObject refund = stored.get(request);
        if (RefundStatus.of(refund) != RefundStatus.REQUIRES_ACTION) {
            String message = "You can only cancel refunds with a status of `requires_action`. This one is "
                    + RefundStatus.of(refund).label() + ".";
            throw StripeError.invalid(null, null, message);
        }
        moves.move(refund, RefundStatus.CANCELED, request.cause());
        return refund;
    }

    private JsonObject list(ApiRequest request) {
        return stored.list(
                request,
                Created.filter(request.form())
                        .and(Stored.same(request, "charge"))
                        .and(Stored.same(request, "payment_intent")));
    }
}
