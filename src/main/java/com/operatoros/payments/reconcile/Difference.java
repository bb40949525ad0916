package com.operatoros.payments.reconcile;

import com.operatoros.payments.text.Message;

/**
 * One difference between what we say and what Stripe says.
 *
 * @param isAnnounced whether an event of Stripe or a reason for attention on the payment tells it to the admin already
 */
record Difference(DriftKind kind, Message ours, Message stripe, boolean isAnnounced) {

    Difference(DriftKind kind, Message ours, Message stripe) {
        this(kind, ours, stripe, false);
    }
}
