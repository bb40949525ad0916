package com.operatoros.payments.sandbox.stripe.control;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.api.Permissions;
import com.operatoros.payments.sandbox.stripe.http.Reply;
import com.operatoros.payments.sandbox.stripe.store.Json;
import java.util.Map;

/** Takes permissions away from keys, or the keys themselves, and gives them back (rule SK15). */
public final class PermissionControls {

    private final Permissions permissions;

    /** The controls of these. */
    public PermissionControls(Permissions permissions) {
        this.permissions = permissions;
    }

    /** All of them by method and path. */
    public Map<String, Control> all() {
        return Map.of("POST /_sandbox/permissions", this::take, "DELETE /_sandbox/permissions", this::restore);
    }

    private Reply take(JsonObject input) {
        if (Json.isTrue(input, "revoked")) {
            permissions.revoke();
        } else {
            permissions.deny(
                    BadInput.required(input, "method"),
                    BadInput.required(input, "path"),
                    BadInput.required(input, "permission"));
        }
        return Reply.json(200, input);
    }

    private Reply restore(JsonObject input) {
        permissions.restore();
        return Reply.json(200, input);
    }
}
