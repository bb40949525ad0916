package com.operatoros.payments.http;

import static com.operatoros.payments.json.JsonSupport.JSON;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A refusal or a failure as problem+json (rule J1), for resources and for filters. */
public final class ProblemJson {

    public static final String MEDIA_TYPE = "application/problem+json";

    private final int status;
    private final JsonObject body;

    private ProblemJson(int status, JsonObject body) {
        this.status = status;
        this.body = body;
    }

    /** Without a wrong field. */
    public static ProblemJson of(int status, String detail) {
        Response.Status known = Response.Status.fromStatusCode(status);
        return new ProblemJson(
                status,
                JSON.createObjectBuilder()
                        .add("type", "about:blank")
                        .add("title", known == null ? "Refused" : known.getReasonPhrase())
                        .add("status", status)
                        .add("detail", detail)
                        .add("errors", JsonValue.EMPTY_JSON_ARRAY)
                        .build());
    }

    /** The same with this member, which takes the place of one of its name. */
    public ProblemJson with(String name, JsonValue value) {
        return new ProblemJson(
                status, JSON.createObjectBuilder(body).add(name, value).build());
    }

    public Response response() {
        return Response.status(status).type(MEDIA_TYPE).entity(body.toString()).build();
    }

    /** For a filter, which answers instead of whatever it guards. */
    public void write(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setContentType(MEDIA_TYPE);
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(body.toString().getBytes(StandardCharsets.UTF_8));
        response.flushBuffer();
    }
}
