package com.operatoros.payments.setup;

import static com.operatoros.payments.json.JsonSupport.JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;

/** Tells whether the server lives, and whether it can serve. */
@Path("")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class HealthResource {

    private static final String UP = "UP";
    private static final String DOWN = "DOWN";

    @Inject
    private DatabaseProbe database;

    @Inject
    private Clock clock;

    @GET
    public Response health() {
        return ready();
    }

    /** Alive as long as it answers; a database that is away is no reason to restart the server. */
    @GET
    @Path("live")
    public Response live() {
        return Response.ok(status(UP).build().toString()).build();
    }

    @GET
    @Path("ready")
    public Response ready() {
        boolean answers = database.answers();
        String state = answers ? UP : DOWN;
        return Response.status(answers ? Response.Status.OK : Response.Status.SERVICE_UNAVAILABLE)
                .entity(status(state).add("database", state).build().toString())
                .build();
    }

    private JsonObjectBuilder status(String status) {
        return JSON.createObjectBuilder()
                .add("status", status)
                .add("timestamp", clock.instant().toString())
                .add("version", Release.version());
    }
}
