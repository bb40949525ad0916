package com.operatoros.payments.sandbox.stripe.api;

import com.google.gson.JsonObject;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One operation of the API: its method, its path with at most one {@code {id}}, its parameters, and what it does. */
public record Route(String method, Pattern path, Fields fields, Function<ApiRequest, JsonObject> operation) {

    /** Reads something. */
    public static Route get(String path, Fields fields, Function<ApiRequest, JsonObject> operation) {
        return of("GET", path, fields, operation);
    }

    /** Makes or changes something. */
    public static Route post(String path, Fields fields, Function<ApiRequest, JsonObject> operation) {
        return of("POST", path, fields, operation);
    }

    /** Removes something. */
    public static Route delete(String path, Fields fields, Function<ApiRequest, JsonObject> operation) {
        return of("DELETE", path, fields, operation);
    }

    private static Route of(String method, String path, Fields fields, Function<ApiRequest, JsonObject> operation) {
        return new Route(method, Pattern.compile(path.replace("{id}", "([^/]+)")), fields, operation);
    }

    /** The call with the id of its path; empty when the call is meant for another route. */
    Optional<ApiRequest> match(ApiRequest request) {
        Matcher matcher = path.matcher(request.path());
        if (!method.equals(request.method()) || !matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(matcher.groupCount() == 0 ? request : request.withId(matcher.group(1)));
    }
}
