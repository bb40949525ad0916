package com.operatoros.payments.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import java.util.UUID;

/** Takes the calls that do something about a payment, and hands each over by its name. */
@Path("payments/{id}/{action: cancel|resend|mark-paid|accept|duplicate|replace|refund|give-up|acknowledge}")
@RequestScoped
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
public class PaymentActionsResource {

    @Inject
    private PaymentCalls calls;

    @PathParam("id")
    private String id = "";

    @PathParam("action")
    private String action = "";

    @POST
    public Response act(InputStream stream, @Context HttpHeaders headers, @Context SecurityContext security) {
        UUID payment = PaymentCalls.id(id);
        JsonBody body = JsonBody.read(stream, headers.getMediaType());
        return switch (action) {
            case "cancel" -> calls.cancel(payment, security);
            case "resend" -> calls.resend(payment, security);
            case "mark-paid" -> calls.markPaid(payment, body, security);
            case "accept" -> calls.accept(payment, body, security);
            case "duplicate" -> calls.duplicate(payment, security);
            case "replace" -> calls.replace(payment, body, security);
            case "give-up" -> calls.giveUp(payment, security);
            case "refund" -> calls.refund(payment, body, security);
            case "acknowledge" -> calls.resolve(payment, body, security);
            default -> throw Problem.of(Response.Status.NOT_FOUND, "There is no such action.");
        };
    }
}
