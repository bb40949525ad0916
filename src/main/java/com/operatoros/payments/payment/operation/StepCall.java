package com.operatoros.payments.payment.operation;

/**
 * A call that is to be made to the gateway next, for one step.
 *
 * @param isLook whether to look for the effect of an earlier call instead of calling again
 */
record StepCall(Step step, boolean isLook, StepInput input) {}
