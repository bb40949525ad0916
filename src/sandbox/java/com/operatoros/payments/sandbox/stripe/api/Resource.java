package com.operatoros.payments.sandbox.stripe.api;

import java.util.List;

/** A part of the API: one class for each of Stripe's resources. */
public interface Resource {

    /** Its operations. */
    List<Route> routes();

    /** What its objects, or other resources', have only when it is asked for. */
    default List<Included> included() {
        return List.of();
    }
}
