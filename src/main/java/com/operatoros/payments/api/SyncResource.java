package com.operatoros.payments.api;

import com.operatoros.payments.payment.PaymentNotFound;
import com.operatoros.payments.payment.PaymentQueries;
import com.operatoros.payments.reconcile.Reconciliation;
import com.operatoros.payments.reconcile.SyncResult;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Compares one payment with Stripe. */
@Path("payments/{id}/sync")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SyncResource {

    @EJB
    private Reconciliation reconciliation;

    @EJB
    private PaymentQueries queries;

    @Inject
    private PaymentJson json;

    @POST
    @Consumes(MediaType.WILDCARD)
    public Response sync(@PathParam("id") String text) {
        UUID id = PaymentCalls.id(text);
        if (queries.find(id).isEmpty()) {
            throw new PaymentNotFound(id);
        }
        return reconciliation.sync(id).tellTo(new Answering(id));
    }

    private final class Answering implements SyncResult.Reader<Response> {
        private final UUID id;

        Answering(UUID id) {
            this.id = id;
        }

        @Override
        public Response done(SyncResult.Done done) {
            return payment();
        }

        @Override
        public Response unclear(SyncResult.Unclear unclear) {
            return payment();
        }

        private Response payment() {
            return Response.ok(json.of(queries.find(id).orElseThrow(() -> new PaymentNotFound(id)))
                            .toString())
                    .build();
        }

        @Override
        public Response nothingToAsk(SyncResult.NothingToAsk nothing) {
            throw Problem.of(
                    Response.Status.CONFLICT,
                    "Stripe can't be asked about this payment: it has nothing at Stripe yet, or is of the other mode.");
        }

        @Override
        public Response unreachable(SyncResult.Unreachable silence) {
            throw Problem.of(
                    Response.Status.SERVICE_UNAVAILABLE,
                    "Stripe could not be asked, so nothing was changed: " + silence.trouble());
        }
    }
}
