package com.operatoros.payments.request;

import org.jspecify.annotations.Nullable;

/**
 * An admin who asks for something, and the key of the request.
 *
 * @param admin the name of the login
 * @param requestKey under which the same request is carried out once a day at most; null when none was given
 */
public record Initiator(String admin, @Nullable String requestKey) {

    /** An admin whose request has no key. */
    public static Initiator of(String admin) {
        return new Initiator(admin, null);
    }
}
