package com.operatoros.payments.payment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An id of Stripe that is known to belong to one payment. */
@Entity
@Table(name = "stripe_object")
class StripeObject {

    @Id
    private String id;

    @Column(name = "payment_id")
    private UUID paymentId;

    /** For people who look into the table. */
    @SuppressWarnings("UnusedVariable")
    private String kind;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    protected StripeObject() {}

    StripeObject(String id, StripeObjectKind kind, UUID paymentId, Instant recordedAt) {
        this.id = id;
        this.kind = kind.code();
        this.paymentId = paymentId;
        this.recordedAt = recordedAt;
    }

    UUID paymentId() {
        return paymentId;
    }
}
