package com.operatoros.payments.payment;

import com.operatoros.payments.business.BillingProfile;
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
import org.jspecify.annotations.Nullable;

/** The transactions between the calls of an operation (rules P1 and P7); each makes sure that the lease still holds. */
@Stateless
public class OperationRecords {

    /** Longer than a call may take, short enough for whoever waits for a node that has died. */
    private static final Duration LEASE = Duration.ofSeconds(15);

    @PersistenceContext(unitName = "payments")
    private EntityManager entities;

    @Inject
    private PaymentLedger ledger;

    @Inject
    private CustomerBook customers;

    @Inject
    private StepEffects effects;

    @Inject
    private BillingProfile profile;

    @Inject
    private Clock clock;

    /** How an operation has ended, or stands. */
    public record Standing(
            Payment payment, OperationState state, @Nullable String trouble) {}

    /** Takes what waits longest and nobody holds; with the keys of the other mode it must go on waiting. */
    public Optional<Claim> claimNext() {
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
    public Optional<Task> next(Claim claim, Duration limit) {
        Operation operation = find(claim);
        Payment payment = ledger.lock(operation.paymentId());
        entities.refresh(operation, LockModeType.PESSIMISTIC_WRITE);
        Instant now = clock.instant();
        while (operation.isHeldUnder(claim)) {
            StepContext context = context(operation, payment, limit);
            if (operation.step().isNeeded(context)) {
                operation.extend(now.plus(LEASE));
                Customer customer = context.customer();
                boolean isLook = operation.mustLook(now) || customer != null && customer.mustLook(now);
                return Optional.of(new Task(operation.step(), isLook, context));
            }
            advance(operation, payment, now);
        }
        return Optional.empty();
    }

    private StepContext context(Operation operation, Payment payment, Duration limit) {
        Customer customer = null;
        if (operation.step() == Step.CREATE_CUSTOMER) {
            customer = customers.enter(payment.clientEmail(), payment.isLive(), payment.id(), clock.instant());
            if (customer.customerId() != null) {
                effects.learn(payment, operation, StripeObjectKind.CUSTOMER, customer.customerId());
            }
        }
        String key = customer == null ? operation.idempotencyKey() : customer.idempotencyKey();
        CallTerms terms = new CallTerms(key, operation.createdAt(), limit);
        return new StepContext(payment.id(), payment.status(), operation.request(), operation.known(), customer, terms);
    }

    /** Records what came of it; true when the same node may go on with the next step. */
    public boolean record(Claim claim, Task task, StepOutcome outcome) {
        Payment payment = ledger.lock(task.context().paymentId());
        Operation operation = find(claim);
        entities.refresh(operation, LockModeType.PESSIMISTIC_WRITE);
        if (!operation.isHeldUnder(claim) || operation.step() != task.step()) {
            return false;
        }
        Instant now = clock.instant();
        if (outcome instanceof StepOutcome.Done done) {
            learn(payment, operation, task, done.learnt());
            effects.done(payment, operation, done.learnt());
            advance(operation, payment, now);
            return true;
        }
        if (outcome instanceof StepOutcome.NotDone) {
            renewKey(operation, task, now);
            return true;
        }
        if (outcome instanceof StepOutcome.Refused refused) {
            return refused(payment, operation, refused.failure(), now);
        }
        if (outcome instanceof StepOutcome.Unknown unknown) {
            effects.unknown(payment, operation, unknown);
        }
        return false;
    }

    private void learn(Payment payment, Operation operation, Task task, Learnt learnt) {
        Customer customer = task.context().customer();
        if (customer == null) {
            learnt.ids().forEach((kind, id) -> effects.learn(payment, operation, kind, id));
        } else {
            String id = Objects.requireNonNull(learnt.ids().get(StripeObjectKind.CUSTOMER), "customer");
            effects.learn(payment, operation, StripeObjectKind.CUSTOMER, customers.learn(customer, id));
        }
    }

    private void renewKey(Operation operation, Task task, Instant now) {
        Customer customer = task.context().customer();
        if (customer != null) {
            customers.renewKey(customer, now);
        }
        operation.renewKey(now);
    }

    /** A customer that was deleted at the gateway is made anew; every other refusal is the end. */
    private boolean refused(Payment payment, Operation operation, Failure failure, Instant now) {
        Optional<String> customer = payment.stripe().find(StripeObjectKind.CUSTOMER);
        boolean isMissing = operation.step() == Step.CREATE_DRAFT && "resource_missing".equals(failure.code());
        if (isMissing && customer.isPresent()) {
            customers.forget(customer.get(), now);
            operation.forget(StripeObjectKind.CUSTOMER);
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
    public void release(Claim claim) {
        Operation operation = entities.find(Operation.class, claim.operationId(), LockModeType.PESSIMISTIC_WRITE);
        if (operation != null && operation.isHeldUnder(claim)) {
            operation.release(clock.instant());
        }
    }

    /** Takes an operation that was just released by another one. */
    public Optional<Claim> claimAfter(UUID operationId) {
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
    public void stumbled(Claim claim, String reason) {
        Payment payment = ledger.lock(find(claim).paymentId());
        Operation operation = find(claim);
        entities.refresh(operation, LockModeType.PESSIMISTIC_WRITE);
        if (operation.isHeldUnder(claim)) {
            effects.unknown(payment, operation, StepOutcome.unknown(reason));
        }
    }

    public Standing standing(UUID operationId) {
        Operation operation = entities.find(Operation.class, operationId);
        Payment payment = entities.find(Payment.class, operation.paymentId());
        return new Standing(payment, operation.state(), operation.lastError().orElse(null));
    }

    private Operation find(Claim claim) {
        return entities.find(Operation.class, claim.operationId());
    }
}
