package com.operatoros.payments.webhook;

import static com.operatoros.payments.json.JsonSupport.JSON;

import com.operatoros.payments.http.ProblemJson;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Makes the answers to deliveries. */
final class Answers {

    private static final int RETRY_SECONDS = 5;

    private Answers() {}

    static Response received(EventOutcome outcome) {
        return Response.ok(
                        JSON.createObjectBuilder()
                                .add("received", true)
                                .add("outcome", outcome.code())
                                .build()
                                .toString(),
                        MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    static Response problem(int status, String detail) {
        return ProblemJson.of(status, detail).response();
    }

    static Response unavailable() {
        Response problem = problem(503, "The event is not stored; please deliver it again.");
        return Response.fromResponse(problem)
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .build();
    }
}
