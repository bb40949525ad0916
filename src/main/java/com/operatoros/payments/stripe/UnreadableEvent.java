package com.operatoros.payments.stripe;

/** A signed delivery that is no event that we can read. */
public class UnreadableEvent extends Exception {

    UnreadableEvent(String message) {
        super(message);
    }
}
