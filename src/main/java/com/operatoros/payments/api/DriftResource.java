package com.operatoros.payments.api;

import static com.operatoros.payments.json.JsonSupport.JSON;

import com.operatoros.payments.reconcile.DriftItem;
import com.operatoros.payments.reconcile.DriftReport;
import com.operatoros.payments.reconcile.Reconciliation;
import com.operatoros.payments.text.Messages;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;

/** Lists where our records and Stripe's differ, and compares them anew on demand. */
@Path("drift")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class DriftResource {

    @EJB
    private Reconciliation reconciliation;

    @GET
    public Response list() {
        return answer(reconciliation.report());
    }

    /** Compares everything now, and answers when that is done; without Stripe there is nothing to tell. */
    @POST
    @Path("sweep")
    @Consumes(MediaType.WILDCARD)
    public Response sweep() {
        DriftReport report = reconciliation
                .sweep()
                .orElseThrow(() -> Problem.of(
                        Response.Status.SERVICE_UNAVAILABLE, "Another sweep takes very long; try again later."));
        if (report.trouble() != null) {
            throw Problem.of(
                    Response.Status.SERVICE_UNAVAILABLE,
                    "Stripe could not be asked about everything (" + report.trouble() + "); try again later.");
        }
        return answer(report);
    }

    private static Response answer(DriftReport report) {
        JsonArrayBuilder items = JSON.createArrayBuilder();
        report.items().forEach(item -> items.add(json(item)));
        JsonObjectBuilder answer = JSON.createObjectBuilder();
        Instant last = report.lastSweep();
        JsonObjectBuilder dated =
                last == null ? answer.addNull("last_sweep") : answer.add("last_sweep", last.toString());
        return Response.ok(dated.add("items", items).build().toString()).build();
    }

    private static JsonObjectBuilder json(DriftItem item) {
        return JSON.createObjectBuilder()
                .add("payment_id", item.paymentId().toString())
                .add("kind", item.kind())
                .add("ours", item.ours().in(Messages.english()))
                .add("stripe", item.stripe().in(Messages.english()))
                .add("since", item.since().toString());
    }
}
