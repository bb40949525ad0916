package com.operatoros.payments.payment.operation;

import com.operatoros.payments.gateway.Backoff;
import com.operatoros.payments.gateway.CallOutcome;
import com.operatoros.payments.gateway.ObjectKind;
import com.operatoros.payments.gateway.RefundRequest;
import com.operatoros.payments.payment.Converters;
import com.operatoros.payments.payment.UuidConverter;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something asked of the gateway, committed with its frozen request before the first call (rule P1). The row says how far
 * it has come; whoever holds the lease carries it on.
 */
@Entity
@Table(name = "stripe_operation")
class Operation {

    /** The gateway keeps a key for a day; a little less makes sure. */
    static final Duration KEY_LIFE = Duration.ofHours(23);

    /** A server error may be a stored one: the second one under a key is not asked for a third time. */
    private static final int MOST_SERVER_ERRORS = 2;

    private static final Duration PRECEDENCE = Duration.ofSeconds(3);

    private static final String PART = "part";

    @Id
    private UUID id;

    @Column(name = "payment_id")
    private UUID paymentId;

    private String kind;

    /** Which one of its kind for the payment. */
    private int serial;

    private String step;
    private int attempt;

    @Convert(converter = Converters.OfJson.class)
    private JsonObject request;

    @Convert(converter = Converters.OfJson.class)
    private JsonObject known;

    private String actor;

    @Column(name = "after_id")
    @Convert(converter = UuidConverter.class)
    private @Nullable UUID afterId;

    private String state;
    private long fence;

    @Column(name = "lease_owner")
    private String leaseOwner;

    @Column(name = "lease_until")
    private Instant leaseUntil;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "keyed_at")
    private Instant keyedAt;

    private int failures;

    @Column(name = "server_errors")
    private int serverErrors;

    @Column(name = "next_at")
    private Instant nextAt;

    @Column(name = "alarmed_at")
    private @Nullable Instant alarmedAt;

    @Column(name = "finished_at")
    private @Nullable Instant finishedAt;

    @Column(name = "last_error")
    private @Nullable String lastError;

    protected Operation() {}

    Operation(UUID paymentId, OperationKind kind, int serial, JsonObject request, String actor, Instant createdAt) {
        this.id = UUID.randomUUID();
        this.paymentId = paymentId;
        this.kind = kind.code();
        this.serial = serial;
        this.step = kind.first().code();
        this.attempt = 1;
        this.request = request;
        this.known = JsonValue.EMPTY_JSON_OBJECT;
        this.actor = actor;
        this.state = OperationState.OPEN.code();
        this.leaseOwner = "";
        this.leaseUntil = createdAt;
        this.createdAt = createdAt;
        this.keyedAt = createdAt;
        this.nextAt = createdAt;
    }

    UUID id() {
        return id;
    }

    UUID paymentId() {
        return paymentId;
    }

    int serial() {
        return serial;
    }

    OperationKind kind() {
        return OperationKind.of(kind);
    }

    Step step() {
        return Step.of(step);
    }

    JsonObject request() {
        return request;
    }

    JsonObject known() {
        return known;
    }

    String actor() {
        return actor;
    }

    Instant createdAt() {
        return createdAt;
    }

    OperationState state() {
        return OperationState.of(state);
    }

    Optional<String> lastError() {
        return Optional.ofNullable(lastError);
    }

    SendingView sending() {
        return new SendingView(state() == OperationState.REFUSED, createdAt, lastError);
    }

    /** The key under which the gateway carries the present step out at most once; no two operations share one. */
    String idempotencyKey() {
        // The creation sends an invoice, too.
        boolean isOnlyOne = serial == 1 && kind() != OperationKind.SEND_INVOICE;
        return paymentId + ":" + (isOnlyOne ? step : step + "-again" + serial) + ":" + attempt;
    }

    /** Whether the key of the present attempt has told all that it can, so that only looking helps. */
    boolean mustLook(Instant now) {
        return serverErrors >= MOST_SERVER_ERRORS || now.isAfter(keyedAt.plus(KEY_LIFE));
    }

    /** Whether nobody is carrying it out. */
    boolean isFree(Instant now) {
        return state() == OperationState.OPEN && !leaseUntil.isAfter(now);
    }

    /** Gives the operation to a node for a while; whoever had it before can record nothing any more. */
    Lease claim(String owner, Instant until) {
        fence++;
        leaseOwner = owner;
        leaseUntil = until;
        return new Lease(id, fence);
    }

    /** Keeps it for a while longer. */
    void extend(Instant until) {
        leaseUntil = until;
    }

    boolean isHeldUnder(Lease claim) {
        return state() == OperationState.OPEN && fence == claim.fence();
    }

    /** Waits for another one to be done. */
    void await(Operation other) {
        state = OperationState.WAITING.code();
        afterId = other.id;
    }

    /** It may begin: at once by whoever waited for the other one to be done, a little later by anybody. */
    void proceed(Instant now) {
        state = OperationState.OPEN.code();
        keyedAt = now;
        nextAt = now.plus(PRECEDENCE);
    }

    void learn(ObjectKind objectKind, String objectId) {
        known = Json.createObjectBuilder(known).add(objectKind.code(), objectId).build();
    }

    void forget(ObjectKind objectKind) {
        known = Json.createObjectBuilder(known).remove(objectKind.code()).build();
    }

    void enter(Step next, Instant now) {
        step = next.code();
        attempt = 0;
        failures = 0;
        lastError = null;
        renewKey(now);
    }

    /** Which part it is about, of what is asked for by several calls of one step. */
    static int part(JsonObject known) {
        return known.getInt(PART, 0);
    }

    /** Goes on with the next part, which needs a key of its own. */
    void nextPart(Instant now) {
        known = Json.createObjectBuilder(known).add(PART, part(known) + 1).build();
        failures = 0;
        lastError = null;
        renewKey(now);
    }

    /** Whether another part is left after the present one. */
    boolean hasNextPart() {
        return step() == Step.REFUND
                && part(known) + 1 < RefundRequest.fromJson(request).parts().size();
    }

    void renewKey(Instant now) {
        attempt++;
        serverErrors = 0;
        keyedAt = now;
    }

    void done(Instant at) {
        state = OperationState.DONE.code();
        finishedAt = at;
        lastError = null;
    }

    void refused(Instant at, String reason) {
        state = OperationState.REFUSED.code();
        finishedAt = at;
        lastError = reason;
    }

    /** The step's outcome is not known; it is tried again after a pause that grows. */
    void failed(CallOutcome.Unknown unknown, Instant now) {
        lastError = unknown.reason();
        serverErrors += unknown.trust().ordinal();
        nextAt = now.plus(Backoff.pause(failures, unknown.pause()));
        failures++;
        leaseUntil = now;
    }

    /** Time is over, but nothing went wrong: whoever comes next goes on. */
    void release(Instant now) {
        leaseUntil = now;
    }

    /** Whether somebody should be told about trouble that lasts; true once. */
    boolean raiseAlarm(Instant now, Duration patience) {
        boolean isDue = alarmedAt == null && !now.isBefore(createdAt.plus(patience));
        if (isDue) {
            alarmedAt = now;
        }
        return isDue;
    }
}
