package com.operatoros.payments.payment.operation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** A holder of an operation for a while; the fence tells the present one from whoever has woken up late (rule O2). */
@Embeddable
class Holder {

    private long fence;

    @Column(name = "lease_owner")
    private String owner;

    @Column(name = "lease_until")
    private Instant until;

    protected Holder() {}

    /** Nobody so far. */
    Holder(Instant now) {
        owner = "";
        until = now;
    }

    /** Gives the place to another; the fence of this one's lease. */
    long replace(String next, Instant end) {
        fence++;
        owner = next;
        until = end;
        return fence;
    }

    void stay(Instant end) {
        until = end;
    }

    boolean isGone(Instant now) {
        return !until.isAfter(now);
    }

    boolean isKnownBy(long known) {
        return fence == known;
    }
}
