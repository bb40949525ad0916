package com.operatoros.payments.sandbox.stripe.fault;

/** A fault and how many calls it still takes. */
public record ArmedFault(Fault fault, int times) {

    /** The most calls one fault takes. */
    public static final int MOST_TIMES = 1000;

    /** Checks the number. */
    public ArmedFault {
        if (times < 1 || times > MOST_TIMES) {
            throw new IllegalArgumentException("times must be from 1 to " + MOST_TIMES);
        }
    }
}
