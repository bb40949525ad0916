package com.operatoros.payments.reconcile;

/** What came of asking Stripe about one payment. */
public sealed interface SyncResult {

    /** Stripe has answered, and the payment stands as it does there. */
    record Done() implements SyncResult {}

    /** With this key Stripe can't be asked about it, or nothing of it is at Stripe yet. */
    record NothingToAsk() implements SyncResult {}

    /** Stripe has answered, but something in the answer is not understood. */
    record Unclear() implements SyncResult {}

    /** Stripe could not be asked. */
    record Unreachable(String trouble) implements SyncResult {}
}
