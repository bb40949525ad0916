package com.operatoros.payments.payment.operation;

import static com.operatoros.payments.json.JsonSupport.JSON;

import com.operatoros.payments.gateway.CallOutcome;
import com.operatoros.payments.gateway.ObjectKind;
import com.operatoros.payments.gateway.RefundRequest;
import com.operatoros.payments.payment.Converters;
import com.operatoros.payments.sql.UuidConverter;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request to the gateway, frozen and committed before the first call (rule P1). The row says how far it has come; whoever
 * holds the lease carries it on. It is long since every move of that row stands here, under a name of its own.
 */
@Entity
@Table(name = "stripe_operation")
class Operation {

    private static final String PART = "part";

    @Id
    private UUID id;

    @Column(name = "payment_id")
    private UUID paymentId;

    private String kind;

    /** Which one of its kind for the payment. */
    private int serial;

    private String step;

    @Convert(converter = Converters.OfJson.class)
    private JsonObject request;

    @Convert(converter = Converters.OfJson.class)
    private JsonObject known;

    private String actor;

    @Column(name = "after_id")
    @Convert(converter = UuidConverter.class)
    private @Nullable UUID afterId;

    private String state;

    @Embedded
    private Holder holder;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "finished_at")
    private @Nullable Instant finishedAt;

    @Embedded
    private Tries tries;

    protected Operation() {}

    Operation(UUID paymentId, OperationKind kind, int serial, JsonObject request, String actor, Instant createdAt) {
        this.id = UUID.randomUUID();
        this.paymentId = paymentId;
        this.kind = kind.code();
        this.serial = serial;
        this.step = kind.first().code();
        this.request = request;
        this.known = JsonValue.EMPTY_JSON_OBJECT;
        this.actor = actor;
        this.state = OperationState.OPEN.code();
        this.holder = new Holder(createdAt);
        this.createdAt = createdAt;
        this.tries = new Tries(createdAt);
    }

    UUID id() {
        return id;
    }

    UUID paymentId() {
        return paymentId;
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

    /** How the tries to get the present step done went. */
    Tries tries() {
        return tries;
    }

    Optional<String> lastError() {
        return tries.lastError();
    }

    /** The key under which the gateway carries the present step out at most once; no two operations share one. */
    String idempotencyKey() {
        String call = kind().isNamedAfter(step()) ? step : kind + "-" + step;
        return paymentId + ":" + call + (serial == 1 ? "" : "-again" + serial) + ":" + tries.attempt();
    }

    /** Whether nobody is carrying it out. */
    boolean isFree(Instant now) {
        return state() == OperationState.OPEN && holder.isGone(now);
    }

    /** Gives the operation to a node for a while; whoever had it before can record nothing any more. */
    Lease claim(String owner, Instant until) {
        return new Lease(id, holder.replace(owner, until));
    }

    /** Keeps it for a while longer. */
    void extend(Instant until) {
        holder.stay(until);
    }

    boolean isHeldUnder(Lease lease) {
        return state() == OperationState.OPEN && holder.isKnownBy(lease.fence());
    }

    /** Waits for another one to be done. */
    void await(Operation other) {
        state = OperationState.WAITING.code();
        afterId = other.id;
    }

    /** It may begin: at once by whoever waited for the other one to be done, a little later by anybody. */
    void proceed(Instant now) {
        state = OperationState.OPEN.code();
        tries.proceed(now);
    }

    void learn(ObjectKind objectKind, String objectId) {
        known = JSON.createObjectBuilder(known).add(objectKind.code(), objectId).build();
    }

    void forget(ObjectKind objectKind) {
        known = JSON.createObjectBuilder(known).remove(objectKind.code()).build();
    }

    void enter(Step next, Instant now) {
        step = next.code();
        tries.beginStep(now);
    }

    /** Which part it is about, of what is asked for by several calls of one step. */
    static int part(JsonObject known) {
        return known.getInt(PART, 0);
    }

    /** Goes on with the next part, which needs a key of its own. */
    void nextPart(Instant now) {
        known = JSON.createObjectBuilder(known).add(PART, part(known) + 1).build();
        tries.beginPart(now);
    }

    /** Whether another part is left after the present one. */
    boolean hasNextPart() {
        return step() == Step.REFUND
                && part(known) + 1 < RefundRequest.fromJson(request).parts().size();
    }

    void renewKey(Instant now) {
        tries.renewKey(now);
    }

    void done(Instant at) {
        state = OperationState.DONE.code();
        finishedAt = at;
        tries.end(null);
    }

    void refused(Instant at, String reason) {
        state = OperationState.REFUSED.code();
        finishedAt = at;
        tries.end(reason);
    }

    /** The step's outcome is not known; it is tried again after a pause that grows. */
    void failed(CallOutcome.Unknown unknown, Instant now) {
        tries.failed(unknown, now);
        holder.stay(now);
    }

    /** The gateway does not accept our key for the step. */
    void denied(String trouble, String key, Instant now) {
        tries.denied(trouble, key);
        holder.stay(now);
    }

    /** Whether the gateway did not accept our key, so that nothing goes on by itself, and nobody is just trying again. */
    boolean isStuck(Instant now) {
        return isFree(now) && tries.isDenied();
    }

    /** Time is over, but nothing went wrong: whoever comes next goes on. */
    void release(Instant now) {
        holder.stay(now);
    }

    /** Whether somebody should be told about trouble that lasts; true once. */
    boolean raiseAlarm(Instant now, Duration patience) {
        return !now.isBefore(createdAt.plus(patience)) && tries.raiseAlarm(now);
    }
}
