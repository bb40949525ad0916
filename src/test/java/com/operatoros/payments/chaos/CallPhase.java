package com.operatoros.payments.chaos;

/** When a call of Stripe is met. */
enum CallPhase {
    BEFORE_ITS_EFFECT,
    AFTER_ITS_EFFECT;

    boolean isAfter() {
        return this == AFTER_ITS_EFFECT;
    }
}
