package com.operatoros.payments.request;

import org.jspecify.annotations.Nullable;

/**
 * Who asks for something.
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
