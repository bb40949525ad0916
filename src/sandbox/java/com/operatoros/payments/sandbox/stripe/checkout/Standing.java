package com.operatoros.payments.sandbox.stripe.checkout;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.store.Json;

/** Whether a session can be paid, and if not, why. */
public enum Standing {
    OPEN,
    /** This session was completed. */
    COMPLETE,
    EXPIRED,
    /** Others completed as many sessions of the link as its limit allows. */
    USED_UP;

    /** The standing of a session of this link. */
    public static Standing of(JsonObject session, JsonObject link) {
        if (Json.has(session, "status", "complete")) {
            return COMPLETE;
        }
        if (Json.has(session, "status", "expired")) {
            return EXPIRED;
        }
        return PaymentLinks.isUsedUp(link) ? USED_UP : OPEN;
    }
}
