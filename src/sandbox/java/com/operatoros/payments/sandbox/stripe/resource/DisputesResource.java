package com.operatoros.payments.sandbox.stripe.resource;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.api.ApiRequest;
import com.operatoros.payments.sandbox.stripe.api.Created;
import com.operatoros.payments.sandbox.stripe.api.Fields;
import com.operatoros.payments.sandbox.stripe.api.Form;
import com.operatoros.payments.sandbox.stripe.api.Resource;
import com.operatoros.payments.sandbox.stripe.api.Route;
import com.operatoros.payments.sandbox.stripe.api.Rule;
import com.operatoros.payments.sandbox.stripe.dispute.DisputeStatus;
import com.operatoros.payments.sandbox.stripe.dispute.Disputes;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Kind;
import com.operatoros.payments.sandbox.stripe.store.Shape;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.util.List;

/** {@code /v1/disputes}; banks open them, the API reads, answers and gives up. */
public final class DisputesResource implements Resource {

    private static final String PATH = "/v1/disputes";
    private static final String EVIDENCE = "evidence";
    private static final String ENHANCED = "enhanced_evidence";
    private static final Fields LIST = Fields.page()
            .optional("charge", Rule.text())
            .optional("created", Created.rule())
            .optional("payment_intent", Rule.text());

    private final Stored stored;
    private final Disputes disputes;

    /** The resource of these disputes. */
    public DisputesResource(Store store, Disputes disputes) {
        this.stored = new Stored(store, Kind.DISPUTE);
        this.disputes = disputes;
    }

    @Override
    public List<Route> routes() {
        Fields update = Fields.none()
                .expand()
                .optional(EVIDENCE, evidence())
                .optional("metadata", Rule.metadata())
                .optional("submit", Rule.flag());
        return List.of(
                Route.get(PATH, LIST, this::list),
                Route.get(PATH + "/{id}", Fields.none().expand(), stored::get),
                Route.post(PATH + "/{id}", update, this::update),
                Route.post(PATH + "/{id}/close", Fields.none().expand(), this::close));
    }

    /** Stripe takes up to 20,000 characters in some of them; what only some banks want is not known here. */
    private static Fields evidence() {
        Fields evidence = Fields.none();
        Shape.part(Kind.DISPUTE.object()).getAsJsonObject(EVIDENCE).keySet().stream()
                .filter(name -> !name.equals(ENHANCED))
                .forEach(name -> evidence.optional(name, Rule.orEmpty(Rule.text(20_000))));
        return evidence;
    }

    private JsonObject list(ApiRequest request) {
        return stored.list(
                request,
                Created.filter(request.form())
                        .and(Stored.same(request, "charge"))
                        .and(Stored.same(request, "payment_intent")));
    }

    private JsonObject update(ApiRequest request) {
        JsonObject dispute = stored.get(request);
        JsonObject before = dispute.deepCopy();
        Form form = request.form();
        MetadataChange.apply(dispute, form);
        form.child(EVIDENCE).ifPresent(evidence -> take(dispute, evidence));
        boolean isAnswer = form.has(EVIDENCE) || form.has("submit");
        if (isAnswer) {
            Disputes.checkOpen(before);
        }
        if (isAnswer && form.flag("submit").orElse(true)) {
            disputes.submit(before, dispute, request.cause());
        } else {
            disputes.change(before, dispute, request.cause());
        }
        return dispute;
    }

    private static void take(JsonObject dispute, Form evidence) {
        JsonObject kept = dispute.getAsJsonObject(EVIDENCE);
        Copying.texts(kept, evidence, evidence.names().toArray(String[]::new));
        boolean hasEvidence =
                kept.keySet().stream().anyMatch(name -> Json.text(kept, name).isPresent());
        dispute.getAsJsonObject("evidence_details").addProperty("has_evidence", hasEvidence);
    }

    private JsonObject close(ApiRequest request) {
        JsonObject dispute = stored.get(request);
        DisputeStatus status = DisputeStatus.of(dispute);
        disputes.close(
                dispute, status.isInquiry() ? DisputeStatus.WARNING_CLOSED : DisputeStatus.LOST, request.cause());
        return dispute;
    }
}
