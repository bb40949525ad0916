package com.operatoros.payments.payment.operation;

import com.operatoros.payments.business.BillingProfile;
import com.operatoros.payments.gateway.CallOutcome;
import com.operatoros.payments.gateway.CallTerms;
import com.operatoros.payments.gateway.Failure;
import com.operatoros.payments.gateway.GatewayAnswer;
import com.operatoros.payments.gateway.ObjectKind;
import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.PaymentRecorder;
import com.operatoros.payments.payment.PaymentStore;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** The transactions between the calls of an operation (rules O1 and O2); each makes sure that the lease still holds. */
@Stateless
public class OperationStore {

    /** Longer than a call may take, short enough for whoever waits for a node that has died. */
    private static final Duration LEASE = Duration.ofSeconds(15);

    @PersistenceContext(unitName = "payments")
    private EntityManager entities;

    @Inject
    private PaymentStore store;

    @Inject
    private PaymentRecorder recorder;

    @Inject
    private CustomerStore customers;

    @Inject
    private StepEffects effects;

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
                                + " order by o.next_at limit 1 for update of o skip locked",
                        Operation.class)
                .setParameter(1, now.atOffset(ZoneOffset.UTC))
                .setParameter(2, profile.isLive())
                .getResultList();
        return found.stream()
                .map(row -> ((Operation) row).claim(profile.node(), now.plus(LEASE)))
                .findFirst();
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
            StepInput input = input(operation, payment, limit);
            if (operation.step().isNeeded(input)) {
                operation.extend(now.plus(LEASE));
                Customer customer = input.customer();
                boolean isLook = operation.mustLook(now) || customer != null && customer.mustLook(now);
                return Optional.of(new StepCall(operation.step(), isLook, input));
            }
            advance(operation, payment, now);
        }
        return Optional.empty();
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
        return outcome.tellTo(new Recording(payment, operation, call, clock.instant()));
    }

    /** What each outcome means; true when the same node may go on with the next step. */
    private final class Recording implements CallOutcome.Reader<Boolean> {
        private final Payment payment;
        private final Operation operation;
        private final StepCall call;
        private final Instant now;

        Recording(Payment payment, Operation operation, StepCall call, Instant now) {
            this.payment = payment;
            this.operation = operation;
            this.call = call;
            this.now = now;
        }

        @Override
        public Boolean done(CallOutcome.Done done) {
            learn(payment, operation, call, done.given());
            effects.done(payment, operation, done.given());
            advance(operation, payment, now);
            return true;
        }

        @Override
        public Boolean notDone(CallOutcome.NotDone nothing) {
            renewKey(operation, call, now);
            return true;
        }

        @Override
        public Boolean refused(CallOutcome.Refused refused) {
            return isMended(payment, operation, refused.failure(), now);
        }

        @Override
        public Boolean unknown(CallOutcome.Unknown unknown) {
            effects.unknown(payment, operation, unknown);
            return false;
        }
    }

    private void learn(Payment payment, Operation operation, StepCall call, GatewayAnswer answer) {
        Customer customer = call.input().customer();
        if (customer == null) {
            answer.ids().forEach((kind, id) -> effects.learn(payment, operation, kind, id));
        } else {
            String id = Objects.requireNonNull(answer.ids().get(ObjectKind.CUSTOMER), "customer");
            effects.learn(payment, operation, ObjectKind.CUSTOMER, customers.learn(customer, id));
        }
    }

    private void renewKey(Operation operation, StepCall call, Instant now) {
        Customer customer = call.input().customer();
        if (customer != null) {
            customers.renewKey(customer, now);
        }
        operation.renewKey(now);
    }

    /** A customer that was deleted at the gateway is made anew; every other refusal is the end. */
    private boolean isMended(Payment payment, Operation operation, Failure failure, Instant now) {
        Optional<String> customer = payment.stripe().find(ObjectKind.CUSTOMER);
        boolean isMissing = operation.step() == Step.CREATE_DRAFT && "resource_missing".equals(failure.code());
        if (isMissing && customer.isPresent()) {
            customers.forget(customer.get(), now);
            operation.forget(ObjectKind.CUSTOMER);
            operation.enter(Step.CREATE_CUSTOMER, now);
            return true;
        }
        effects.refused(payment, operation, failure);
        return false;
    }

    private void advance(Operation operation, Payment payment, Instant now) {
        Optional<Step> next = operation.kind().after(operation.step());
        if (operation.hasNextPart()) {
            operation.nextPart(now);
        } else if (next.isPresent()) {
            operation.enter(next.get(), now);
        } else {
            operation.done(now);
            effects.finished(payment, operation);
        }
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
