package com.operatoros.payments.payment;

import com.operatoros.payments.gateway.IntentId;
import com.operatoros.payments.gateway.ObjectKind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An id of Stripe that is known to belong to one payment. */
@Entity
@Table(name = "stripe_object")
class StripeObject {

    @Id
    private String id;

    @Column(name = "payment_id")
    private UUID paymentId;

    private String kind;

    @Column(name = "intent_id")
    private @Nullable String intentId;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    protected StripeObject() {}

    StripeObject(String id, ObjectKind kind, UUID paymentId, @Nullable IntentId intent, Instant recordedAt) {
        this.intentId = IntentId.value(intent);
        this.id = id;
        this.kind = kind.code();
        this.paymentId = paymentId;
        this.recordedAt = recordedAt;
    }

    void belongsTo(@Nullable IntentId intent) {
        intentId = intentId == null ? IntentId.value(intent) : intentId;
    }

    String id() {
        return id;
    }

    boolean isOf(ObjectKind wanted) {
        return kind.equals(wanted.code());
    }

    boolean isOfIntent(IntentId intent) {
        return intent.value().equals(intentId);
    }

    UUID paymentId() {
        return paymentId;
    }
}
