package com.operatoros.payments.api;

import static com.operatoros.payments.json.JsonSupport.JSON;

import com.operatoros.payments.http.ProblemJson;
import com.operatoros.payments.text.FieldError;
import com.operatoros.payments.text.Messages;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** An error of a call, with its wrong fields (rule A2). */
final class Problem extends RuntimeException {

    static final int UNPROCESSABLE = 422;

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
        return ProblemJson.of(status, detail()).with("errors", errorsJson()).response();
    }

    private String detail() {
        return getMessage() == null ? "" : getMessage();
    }

    private JsonArray errorsJson() {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        Messages english = Messages.english();
        errors.forEach(error -> array.add(JSON.createObjectBuilder()
                .add("field", error.field())
                .add("message", error.message().in(english))));
        return array.build();
    }
}
