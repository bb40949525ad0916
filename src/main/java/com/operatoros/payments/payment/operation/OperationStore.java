package com.operatoros.payments.payment.operation;

import com.operatoros.payments.business.BillingProfile;
import com.operatoros.payments.gateway.CallOutcome;
import com.operatoros.payments.gateway.CallTerms;
import com.operatoros.payments.gateway.Failure;
import com.operatoros.payments.gateway.GatewayAnswer;
import com.operatoros.payments.gateway.ObjectKind;
import com.operatoros.payments.gateway.PaymentGateway;
import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.PaymentRecorder;
import com.operatoros.payments.payment.PaymentStore;
import com.operatoros.payments.sql.Sql;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps operations between their calls (rules O1 and O2): each method is a transaction that makes sure that the lease still
 * holds. Long since each end that such a lease can come to is a transaction of its own.
 */
@Stateless
public class OperationStore {

    /** Longer than a call may take, short enough for whoever waits for a node that has died. */
    private static final Duration LEASE = Duration.ofSeconds(15);

    private static final Failure MONEY_BACK_MEANWHILE =
            new Failure("refunded_meanwhile", "Money has gone back to the client meanwhile.");

    @PersistenceContext(unitName = "payments")
    private EntityManager entities;

    @Inject
    private PaymentStore store;

    @Inject
    private PaymentRecorder recorder;

    @Inject
    private CustomerStore customers;

    @Inject
    private OpenOperations open;

    @Inject
    private StepEffects effects;

    @Inject
    private StepRecorder steps;

    @Inject
    private PaymentGateway gateway;

    @Inject
    private BillingProfile profile;

    @Inject
    private Clock clock;

    /** Takes what waits longest and nobody holds; with the keys of the other mode it must go on waiting. */
    public Optional<Lease> claimNext() {
        Instant now = clock.instant();
        List<?> found = entities.createNativeQuery(
                        "select o.* from stripe_operation o"
                                + " join payment p on p.id = o.payment_id and p.livemode = ?2"
                                + " where o.state = 'open' and o.next_at <= ?1 and o.lease_until <= ?1"
                                + " and (o.denied_key is null or o.denied_key <> ?3)"
                                + " order by o.next_at limit 1 for update of o skip locked",
                        Operation.class)
                .setParameter(1, now.atOffset(ZoneOffset.UTC))
                .setParameter(2, profile.isLive())
                .setParameter(3, gateway.keyMark())
                .getResultList();
        return found.stream()
                .map(row -> ((Operation) row).claim(profile.node(), now.plus(LEASE)))
                .findFirst();
    }

    /** Whoever has started the program anew may have given the key what it lacked. */
    public void forgetDenials() {
        Sql.of(
                        entities,
                        "update stripe_operation set denied_key = null where state = 'open' and denied_key is not null")
                .execute();
    }

    /** Takes what our key was not accepted for, since an admin wants it to be tried once more. */
    public Optional<Lease> claimStuck(UUID paymentId) {
        Instant now = clock.instant();
        Optional<Operation> stuck = open.find(paymentId);
        stuck.ifPresent(operation -> entities.refresh(operation, LockModeType.PESSIMISTIC_WRITE));
        return stuck.filter(operation -> operation.isStuck(now)).map(operation -> {
            operation.tries().forgetDenial();
            return operation.claim(profile.node(), now.plus(LEASE));
        });
    }

    /**
     * Gives up what our key was not accepted for, in the transaction of whoever wants that.
     *
     * @return false when somebody is just trying it again
     */
    public boolean giveUp(Payment payment) {
        Operation stuck = open.find(payment.id()).orElseThrow();
        entities.refresh(stuck, LockModeType.PESSIMISTIC_WRITE);
        boolean isStuck = stuck.isStuck(clock.instant());
        if (isStuck) {
            effects.givenUp(payment, stuck);
        }
        return isStuck;
    }

    /**
     * What is to be done next; nothing when the operation has come to its end, or belongs to another by now.
     *
     * @param limit how long the call may take
     */
    public Optional<StepCall> next(Lease lease, Duration limit) {
        Operation operation = find(lease);
        Payment payment = store.lock(operation.paymentId());
        entities.refresh(operation, LockModeType.PESSIMISTIC_WRITE);
        Instant now = clock.instant();
        while (operation.isHeldUnder(lease)) {
            if (isOutdated(operation, payment)) {
                effects.refused(payment, operation, MONEY_BACK_MEANWHILE);
                return Optional.empty();
            }
            StepInput input = input(operation, payment, limit);
            if (operation.step().isNeeded(input)) {
                operation.extend(now.plus(LEASE));
                Customer customer = input.customer();
                boolean isLook = operation.tries().mustLook(now) || customer != null && customer.mustLook(now);
                return Optional.of(new StepCall(operation.step(), isLook, input));
            }
            steps.advance(payment, operation);
        }
        return Optional.empty();
    }

    /** Whether it was to give money back, was never tried but for a key that was not accepted, and somebody else has done it meanwhile. */
    private static boolean isOutdated(Operation operation, Payment payment) {
        boolean isRefund = operation.step() == Step.REFUND || operation.step() == Step.CREDIT;
        Instant since = operation.createdAt().truncatedTo(ChronoUnit.SECONDS);
        return isRefund
                && operation.tries().wereOnlyDenied()
                && payment.facts().refundsByTime().stream()
                        .anyMatch(refund -> !refund.createdAt().isBefore(since));
    }

    private StepInput input(Operation operation, Payment payment, Duration limit) {
        Customer customer = null;
        if (operation.step() == Step.CREATE_CUSTOMER) {
            customer = customers.enter(payment.bill().clientEmail(), payment.isLive(), payment.id(), clock.instant());
            if (customer.customerId() != null) {
                effects.learn(payment, operation, ObjectKind.CUSTOMER, customer.customerId());
            }
        }
        String key = customer == null ? operation.idempotencyKey() : customer.idempotencyKey();
        CallTerms terms = new CallTerms(key, operation.createdAt(), limit);
        return new StepInput(payment.id(), payment.status(), operation.request(), operation.known(), customer, terms);
    }

    /** Records what came of it; true when the same node may go on with the next step. */
    public boolean record(Lease lease, StepCall call, CallOutcome outcome) {
        Payment payment = store.lock(call.input().paymentId());
        Operation operation = find(lease);
        entities.refresh(operation, LockModeType.PESSIMISTIC_WRITE);
        if (!operation.isHeldUnder(lease) || operation.step() != call.step()) {
            return false;
        }
        return steps.record(payment, operation, call, outcome);
    }

    /** Leaves the rest to whoever comes next. */
    public void release(Lease lease) {
        Operation operation = entities.find(Operation.class, lease.operationId(), LockModeType.PESSIMISTIC_WRITE);
        if (operation != null && operation.isHeldUnder(lease)) {
            operation.release(clock.instant());
        }
    }

    /** Takes an operation that was just released by another one. */
    public Optional<Lease> claimAfter(UUID operationId) {
        Instant now = clock.instant();
        for (Operation next : effects.successors(operationId)) {
            entities.refresh(next, LockModeType.PESSIMISTIC_WRITE);
            if (next.isFree(now)) {
                return Optional.of(next.claim(profile.node(), now.plus(LEASE)));
            }
        }
        return Optional.empty();
    }

    /** Notes that it could not even be asked; it is tried again like after any other trouble. */
    public void stumbled(Lease lease, String reason) {
        Payment payment = store.lock(find(lease).paymentId());
        Operation operation = find(lease);
        entities.refresh(operation, LockModeType.PESSIMISTIC_WRITE);
        if (operation.isHeldUnder(lease)) {
            effects.unknown(payment, operation, CallOutcome.unknown(reason));
        }
    }

    /** How an operation has ended, or stands. */
    public OperationEnd end(UUID operationId) {
        Operation operation = entities.find(Operation.class, operationId);
        Payment payment = entities.find(Payment.class, operation.paymentId());
        return new OperationEnd(
                payment, operation.state(), operation.lastError().orElse(null));
    }

    /** Records the gateway's addresses, read anew. */
    public Payment refreshed(UUID paymentId, GatewayAnswer answer) {
        Payment payment = store.lock(paymentId);
        recorder.refreshed(payment, answer);
        return payment;
    }

    private Operation find(Lease lease) {
        return entities.find(Operation.class, lease.operationId());
    }
}
