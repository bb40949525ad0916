package com.operatoros.payments.payment.operation;

/**
 * What is to be asked of the gateway next.
 *
 * @param isLook whether to look for the effect of an earlier call instead of calling again
 */
record StepCall(Step step, boolean isLook, StepInput input) {}
