package com.operatoros.payments.payment;

import jakarta.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something asked of the gateway, committed with its frozen request before the call (rule P1). */
@Entity
@Table(name = "stripe_operation")
class Operation {

    @Id
    private UUID id;

    @Column(name = "payment_id")
    private UUID paymentId;

    private String step;
    private int attempt;

    @Convert(converter = Converters.OfJson.class)
    private JsonObject request;

    private String state;
    private long fence;

    @Column(name = "lease_owner")
    private String leaseOwner;

    @Column(name = "lease_until")
    private Instant leaseUntil;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "finished_at")
    private @Nullable Instant finishedAt;

    @Column(name = "last_error")
    private @Nullable String lastError;

    protected Operation() {}

    Operation(UUID paymentId, String step, JsonObject request, Lease lease, Instant createdAt) {
        this.id = UUID.randomUUID();
        this.paymentId = paymentId;
        this.step = step;
        this.attempt = 1;
        this.request = request;
        this.state = "open";
        this.fence = lease.fence();
        this.leaseOwner = lease.owner();
        this.leaseUntil = lease.until();
        this.createdAt = createdAt;
    }

    UUID id() {
        return id;
    }

    /** What is sent to the gateway, now and in every repetition. */
    LinkRequest linkRequest() {
        return LinkRequest.fromJson(request);
    }

    /** The key under which the gateway carries this out at most once. */
    String idempotencyKey() {
        return paymentId + ":" + step + ":" + attempt;
    }

    boolean isHeldUnder(long heldFence) {
        return state.equals("open") && fence == heldFence;
    }

    void done(Instant at) {
        state = "done";
        finishedAt = at;
        lastError = null;
    }

    void refused(Instant at, String reason) {
        state = "refused";
        finishedAt = at;
        lastError = reason;
    }

    void unknown(String reason) {
        lastError = reason;
    }
}
