package com.operatoros.payments.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;

/** The calls beside the pages of payments. */
@Path("")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class DashboardResource {

    @Inject
    private PaymentCalls payments;

    @Inject
    private SetupCalls setup;

    @Inject
    private ExportCalls exports;

    @POST
    @Path("create")
    @Consumes(MediaType.WILDCARD)
    public Response create(InputStream body, @Context HttpHeaders headers, @Context SecurityContext caller) {
        return payments.create(JsonBody.read(body, headers.getMediaType()), caller);
    }

    /** A link of the page, to which a session is enough. */
    @GET
    @Path("export")
    @Produces(MediaType.WILDCARD)
    public Response export(@Context UriInfo uri) {
        return exports.export(uri);
    }

    @GET
    @Path("test-config")
    public Response testConfig() {
        return setup.check();
    }
}
