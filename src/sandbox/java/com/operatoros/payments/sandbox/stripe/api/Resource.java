package com.operatoros.payments.sandbox.stripe.api;

import java.util.List;

/** A part of the API: one class for each of Stripe's resources. */
public interface Resource {

    /** Its operations. */
    List<Route> routes();
}
