package com.operatoros.payments.payment;

/**
 * What is to be asked of the gateway next.
 *
 * @param isLook whether to look for the effect of an earlier call instead of calling again
 */
record Task(Step step, boolean isLook, StepContext context) {}
