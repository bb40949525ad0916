package com.operatoros.payments.rehearsal;

/** Something in a scene was not as it should be. */
final class Mishap extends Exception {

    Mishap(String what) {
        super(what);
    }
}
