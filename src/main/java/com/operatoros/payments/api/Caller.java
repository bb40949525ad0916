package com.operatoros.payments.api;

import com.operatoros.payments.request.Initiator;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.SecurityContext;
import org.jspecify.annotations.Nullable;

/** Remembers under which key the present call is made, and names who makes it. */
@RequestScoped
class Caller {

    private @Nullable String key;

    void keyedBy(String requestKey) {
        key = requestKey;
    }

    @Nullable
    String key() {
        return key;
    }

    Initiator initiator(SecurityContext security) {
        return new Initiator(security.getUserPrincipal().getName(), key);
    }
}
