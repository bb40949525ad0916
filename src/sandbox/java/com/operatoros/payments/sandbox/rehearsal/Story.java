package com.operatoros.payments.sandbox.rehearsal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is rehearsed. */
public enum Story {
    /** A link is created, and paid by card. */
    LINK_PAID,
    /** A card is declined: the payment has failed, for a reason that the admin is told. */
    LINK_DECLINED,
    /** An invoice is created, and paid. */
    INVOICE_PAID,
    /** An invoice is paid after a card was declined. */
    INVOICE_PAID_LATER,
    /** Each event arrives twice: the payment is paid once. */
    EVENTS_TWICE,
    /** No event arrives: the payment is paid as soon as Stripe is asked. */
    EVENTS_LOST;

    /** Finds a story by its code. */
    static Optional<Story> find(String code) {
        return Arrays.stream(values())
                .filter(story -> story.code().equals(code))
                .findFirst();
    }

    /** Its name to whoever asks for it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
