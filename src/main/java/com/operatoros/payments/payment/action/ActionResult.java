package com.operatoros.payments.payment.action;

import com.operatoros.payments.payment.Payment;

/** A result of an action, as the admin gets to know it (rule E4). */
public sealed interface ActionResult {

    /** Takes each kind of result. */
    interface Reader<T> {
        T done(Done result);

        T unsettled(Unsettled result);

        T refused(Refused result);

        T rejected(Rejected result);

        T notAllowed(NotAllowed result);
    }

    /** Hands the result to the method of its kind. */
    <T> T tellTo(Reader<T> reader);

    /** The payment as it is. */
    Payment payment();

    /** It is done. */
    record Done(Payment payment) implements ActionResult {
        @Override
        public <T> T tellTo(Reader<T> reader) {
            return reader.done(this);
        }
    }

    /** The gateway's answer is not known; it is asked again until it is. */
    record Unsettled(Payment payment) implements ActionResult {
        @Override
        public <T> T tellTo(Reader<T> reader) {
            return reader.unsettled(this);
        }
    }

    /** The gateway refused: the payment stays as it was. */
    record Refused(Payment payment, String reason) implements ActionResult {
        @Override
        public <T> T tellTo(Reader<T> reader) {
            return reader.refused(this);
        }
    }

    /** The gateway refused to create what was to take the place of another payment. */
    record Rejected(Payment payment, String reason) implements ActionResult {
        @Override
        public <T> T tellTo(Reader<T> reader) {
            return reader.rejected(this);
        }
    }

    /** The state of the payment does not allow it. */
    record NotAllowed(Payment payment) implements ActionResult {
        @Override
        public <T> T tellTo(Reader<T> reader) {
            return reader.notAllowed(this);
        }
    }
}
