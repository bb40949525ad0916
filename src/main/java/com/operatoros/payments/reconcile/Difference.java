package com.operatoros.payments.reconcile;

/**
 * One difference between what we say and what Stripe says.
 *
 * @param isAnnounced whether an event of Stripe or an alarm of the payment tells it to the admin already
 */
record Difference(DriftKind kind, String ours, String stripe, boolean isAnnounced) {

    Difference(DriftKind kind, String ours, String stripe) {
        this(kind, ours, stripe, false);
    }
}
