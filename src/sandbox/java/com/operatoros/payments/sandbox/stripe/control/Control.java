package com.operatoros.payments.sandbox.stripe.control;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.http.Reply;

/** What one control does with the JSON it is sent; the object is empty for a GET. */
@FunctionalInterface
public interface Control {

    /** Does it and answers. */
    Reply run(JsonObject input);
}
