package com.operatoros.payments.sandbox.stripe.hosted;

/** A line of what is paid for, in words. */
record BilledItem(String name, String description, String quantity, String amount) {

    static BilledItem of(String name, String description, long quantity, String amount) {
        return new BilledItem(name, description, quantity == 1 ? "" : "Quantity " + quantity, amount);
    }
}
