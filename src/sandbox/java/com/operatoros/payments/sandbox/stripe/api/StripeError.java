package com.operatoros.payments.sandbox.stripe.api;

import com.google.gson.JsonObject;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A call that Stripe refuses, with the HTTP status and the fields of Stripe's error object. */
public final class StripeError extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String type;
    private final @Nullable String code;
    private final @Nullable String param;

    private StripeError(int status, String type, @Nullable String code, @Nullable String param, String message) {
        super(message);
        this.status = status;
        this.type = type;
        this.code = code;
        this.param = param;
    }

    /** A parameter, or what it asks for, is not acceptable. */
    public static StripeError invalid(@Nullable String code, @Nullable String param, String message) {
        return new StripeError(400, "invalid_request_error", code, param, message);
    }

    /** The object in the path does not exist. */
    public static StripeError missing(String object, String id) {
        return new StripeError(404, "invalid_request_error", "resource_missing", "id", noSuch(object, id));
    }

    /** The object that a parameter names does not exist. */
    public static StripeError missing(String object, String id, String param) {
        return invalid("resource_missing", param, noSuch(object, id));
    }

    private static String noSuch(String object, String id) {
        return "No such " + object + ": '" + id + "'";
    }

    static StripeError unauthorized(String message) {
        return new StripeError(401, "invalid_request_error", null, null, message);
    }

    static StripeError forbidden(String message) {
        return new StripeError(403, "invalid_request_error", null, null, message);
    }

    static StripeError unknownPath(String method, String path) {
        String message = "Unrecognized request URL (" + method + ": " + path + "). Please see https://stripe.com/docs"
                + " or we can help at https://support.stripe.com/.";
        return new StripeError(404, "invalid_request_error", null, null, message);
    }

    static StripeError idempotency(String message) {
        return new StripeError(400, "idempotency_error", null, null, message);
    }

    static StripeError keyInUse(String key) {
        String message = "There is currently another in-progress request using this idempotent key (that probably means"
                + " you submitted twice, and the other request is still going through): " + key + ".";
        return new StripeError(409, "idempotency_error", "idempotency_key_in_use", null, message);
    }

    static StripeError rateLimit() {
        String message = "Request rate limit exceeded. You can learn more about rate limits here"
                + " https://stripe.com/docs/rate-limits.";
        return new StripeError(429, "invalid_request_error", "rate_limit", null, message);
    }

    static StripeError outage() {
        String message = "Sorry! There was an error while talking to one of our backends (a fault of the sandbox).";
        return new StripeError(500, "api_error", null, null, message);
    }

    static StripeError internal() {
        return new StripeError(500, "api_error", null, null, "An unknown error occurred; the sandbox's log says more.");
    }

    /** The HTTP status it is answered with. */
    public int status() {
        return status;
    }

    JsonObject toJson() {
        JsonObject error = new JsonObject();
        if (code != null) {
            error.addProperty("code", code);
            error.addProperty("doc_url", docUrl(code));
        }
        error.addProperty("message", getMessage());
        if (param != null) {
            error.addProperty("param", param);
        }
        error.addProperty("type", type);
        JsonObject body = new JsonObject();
        body.add("error", error);
        return body;
    }

    /** Where Stripe explains an error code. */
    public static String docUrl(String code) {
        return "https://docs.stripe.com/error-codes/" + code.replace('_', '-').toLowerCase(Locale.ROOT);
    }
}
