package com.operatoros.payments.webhook;

/** Another server has taken the same event since it was looked for: it has to be looked for again. */
final class TakenMeanwhile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TakenMeanwhile() {
        super("somebody else has taken the same event");
    }
}
