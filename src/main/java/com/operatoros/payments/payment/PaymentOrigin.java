package com.operatoros.payments.payment;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;

/** A note of by whom and when a payment was asked for, and of the names by which people know it; it never changes. */
@Embeddable
public class PaymentOrigin {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TOKEN_BYTES = 24;

    private String reference;

    @Column(name = "pay_token")
    private String payToken;

    private boolean livemode;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    protected PaymentOrigin() {}

    private PaymentOrigin(String reference, String payToken, boolean livemode, String createdBy, Instant createdAt) {
        this.reference = reference;
        this.payToken = payToken;
        this.livemode = livemode;
        this.createdBy = createdBy;
        this.createdAt = createdAt;
    }

    /** That of a payment which does not exist yet. */
    static PaymentOrigin unknown(boolean livemode, Instant at) {
        return new PaymentOrigin("OP-…", "…", livemode, "", at);
    }

    static PaymentOrigin create(long number, boolean livemode, String createdBy, Instant createdAt) {
        byte[] token = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(token);
        String payToken = Base64.getUrlEncoder().withoutPadding().encodeToString(token);
        return new PaymentOrigin("OP-" + number, payToken, livemode, createdBy, createdAt);
    }

    String reference() {
        return reference;
    }

    /** The unguessable part of the client's own address of the payment. */
    public String payToken() {
        return payToken;
    }

    boolean isLive() {
        return livemode;
    }

    Instant createdAt() {
        return createdAt;
    }

    /** The admin who asked for it. */
    public String createdBy() {
        return createdBy;
    }
}
