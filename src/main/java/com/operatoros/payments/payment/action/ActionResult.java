package com.operatoros.payments.payment.action;

import com.operatoros.payments.payment.Payment;

/** What the admin gets to know of an action. */
public sealed interface ActionResult {

    Payment payment();

    /** It is done. */
    record Done(Payment payment) implements ActionResult {}

    /** The gateway's answer is not known; it is asked again until it is. */
    record Unsettled(Payment payment) implements ActionResult {}

    /** The gateway refused: the payment stays as it was. */
    record Refused(Payment payment, String reason) implements ActionResult {}

    /** The gateway refused to create what was to take the place of another payment. */
    record Rejected(Payment payment, String reason) implements ActionResult {}

    /** The state of the payment does not allow it. */
    record NotAllowed(Payment payment) implements ActionResult {}
}
