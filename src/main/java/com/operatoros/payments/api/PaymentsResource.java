package com.operatoros.payments.api;

import static com.operatoros.payments.json.JsonSupport.JSON;

import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.PaymentNotFound;
import com.operatoros.payments.payment.PaymentQueries;
import com.operatoros.payments.payment.list.PaymentList;
import com.operatoros.payments.payment.list.PaymentSlice;
import com.operatoros.payments.payment.operation.FreshAddresses;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.UUID;

/** Payments: create, list, look at. */
@Path("payments")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PaymentsResource {

    @Inject
    private PaymentCalls calls;

    @Inject
    private SetupCalls setup;

    @Inject
    private PaymentJson json;

    @Inject
    private FreshAddresses addresses;

    @EJB
    private PaymentQueries queries;

    @EJB
    private PaymentList list;

    @POST
    @Consumes(MediaType.WILDCARD)
    public Response create(InputStream body, @Context HttpHeaders headers, @Context SecurityContext caller) {
        return calls.create(JsonBody.read(body, headers.getMediaType()), caller);
    }

    /** The same under the name by which the neighbour knows it. */
    @POST
    @Path("create")
    @Consumes(MediaType.WILDCARD)
    public Response createByName(InputStream body, @Context HttpHeaders headers, @Context SecurityContext caller) {
        return create(body, headers, caller);
    }

    @GET
    @Path("config/test")
    public Response testConfig() {
        return setup.check();
    }

    @GET
    public Response list(@Context UriInfo uri) {
        ListRequest request = ListRequest.read(uri.getQueryParameters());
        PaymentSlice page = list.slice(request.filter(), request.cursor(), request.limit())
                .orElseThrow(() -> Problem.field("cursor", "query.cursor"));
        JsonObjectBuilder answer =
                JSON.createObjectBuilder().add("data", json.of(page.payments())).add("has_more", page.hasMore());
        String next = page.nextCursor();
        return ok(next == null ? answer.addNull("next_cursor") : answer.add("next_cursor", next));
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
        return Response.ok(json.of(addresses.of(find(id))).toString()).build();
    }

    @GET
    @Path("{id}/history")
    public Response history(@PathParam("id") String id) {
        JsonArrayBuilder data = JSON.createArrayBuilder();
        queries.history(find(id).id()).forEach(entry -> data.add(PaymentJson.of(entry)));
        return ok(JSON.createObjectBuilder().add("data", data));
    }

    private Payment find(String text) {
        UUID id = PaymentCalls.id(text);
        return queries.find(id).orElseThrow(() -> new PaymentNotFound(id));
    }

    private static Response ok(JsonObjectBuilder json) {
        return Response.ok(json.build().toString()).build();
    }
}
