package com.operatoros.payments.sandbox.stripe.api;

import com.operatoros.payments.sandbox.stripe.event.Cause;
import org.jspecify.annotations.Nullable;

/** One call of the API after its parameters were checked; {@code id} is the one in the path, or empty. */
public record ApiRequest(
        String method,
        String path,
        String id,
        Form form,
        String requestId,
        @Nullable String idempotencyKey) {

    /** What to write into the events it causes. */
    public Cause cause() {
        return new Cause(requestId, idempotencyKey);
    }

    ApiRequest withId(String pathId) {
        return new ApiRequest(method, path, pathId, form, requestId, idempotencyKey);
    }
}
