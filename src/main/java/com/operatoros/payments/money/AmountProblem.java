package com.operatoros.payments.money;

/** A reason for which an entered amount is refused. */
public enum AmountProblem {
    NOT_A_NUMBER,
    NOT_POSITIVE,
    TOO_MANY_DECIMALS,
    NOT_A_STEP,
    BELOW_MINIMUM,
    ABOVE_MAXIMUM
}
