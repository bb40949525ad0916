package com.operatoros.payments.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** The list of payments as a file; of its own, since beside the calls for one payment it would be taken for an id. */
@Path("payments/export")
@RequestScoped
public class ExportResource {

    @Inject
    private ExportCalls exports;

    @GET
    @Produces(MediaType.WILDCARD)
    public Response export(@Context UriInfo uri) {
        return exports.export(uri);
    }
}
