package com.operatoros.payments.api;

import com.operatoros.payments.text.FieldError;
import com.operatoros.payments.text.Messages;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** An error as problem+json (rule A2). */
final class Problem extends RuntimeException {

    static final int UNPROCESSABLE = 422;
    static final String MEDIA_TYPE = "application/problem+json";

    private final int status;
    private final transient List<FieldError> errors;

    private Problem(int status, String detail, List<FieldError> errors) {
        super(detail);
        this.status = status;
        this.errors = errors;
    }

    static Problem of(Response.Status status, String detail) {
        return new Problem(status.getStatusCode(), detail, List.of());
    }

    static Problem fields(List<FieldError> errors) {
        return new Problem(400, "Some fields are not right.", errors);
    }

    static Problem field(String name, String textKey) {
        return fields(List.of(FieldError.of(name, textKey)));
    }

    Response response() {
        return answer(status, body(status, detail()).add("errors", errorsJson()));
    }

    private String detail() {
        return getMessage() == null ? "" : getMessage();
    }

    private JsonArrayBuilder errorsJson() {
        JsonArrayBuilder array = Json.createArrayBuilder();
        Messages texts = Messages.english();
        errors.forEach(error -> array.add(Json.createObjectBuilder()
                .add("field", error.field())
                .add("message", error.message().in(texts))));
        return array;
    }

    static JsonObjectBuilder body(int status, String detail) {
        Response.Status known = Response.Status.fromStatusCode(status);
        String title = known == null ? "Refused" : known.getReasonPhrase();
        return Json.createObjectBuilder()
                .add("type", "about:blank")
                .add("title", title)
                .add("status", status)
                .add("detail", detail)
                .add("errors", Json.createArrayBuilder());
    }

    static Response answer(int status, JsonObjectBuilder body) {
        return Response.status(status)
                .type(MEDIA_TYPE)
                .entity(body.build().toString())
                .build();
    }
}
