package com.operatoros.payments.mail;

/** How an attempt to send a mail has ended. */
sealed interface Delivery {

    /** The mail server took it. */
    record Sent() implements Delivery {}

    /** Trouble that may pass. */
    record Later(String reason) implements Delivery {}

    /** The mail server will never take it. */
    record Refused(String reason) implements Delivery {}

    /** There is no use in it any more. */
    record Dropped(String reason) implements Delivery {}
}
