package com.operatoros.payments.payment.operation;

import com.operatoros.payments.gateway.CallOutcome;
import com.operatoros.payments.gateway.Failure;
import com.operatoros.payments.gateway.GatewayAnswer;
import com.operatoros.payments.gateway.ObjectKind;
import com.operatoros.payments.payment.Payment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Records what came of a step and moves its locked operation on; it joins the transaction of {@link OperationStore}. */
@ApplicationScoped
class StepRecorder {

    @Inject
    private CustomerStore customers;

    @Inject
    private StepEffects effects;

    @Inject
    private Clock clock;

    /** True when the same node may go on with the next step. */
    boolean record(Payment payment, Operation operation, StepCall call, CallOutcome outcome) {
        return outcome.tellTo(new Recording(payment, operation, call));
    }

    /** What each outcome means; true when the same node may go on with the next step. */
    private final class Recording implements CallOutcome.Reader<Boolean> {
        private final Payment payment;
        private final Operation operation;
        private final StepCall call;

        Recording(Payment payment, Operation operation, StepCall call) {
            this.payment = payment;
            this.operation = operation;
            this.call = call;
        }

        @Override
        public Boolean done(CallOutcome.Done done) {
            learn(payment, operation, call, done.given());
            effects.done(payment, operation, done.given());
            advance(payment, operation);
            return true;
        }

        @Override
        public Boolean notDone(CallOutcome.NotDone nothing) {
            renewKey(operation, call);
            return true;
        }

        @Override
        public Boolean refused(CallOutcome.Refused refused) {
            return isMended(payment, operation, refused.failure());
        }

        @Override
        public Boolean denied(CallOutcome.Denied denied) {
            effects.denied(payment, operation, denied);
            return false;
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

    private void renewKey(Operation operation, StepCall call) {
        Instant now = clock.instant();
        Customer customer = call.input().customer();
        if (customer != null) {
            customers.renewKey(customer, now);
        }
        operation.renewKey(now);
    }

    /** A customer that was deleted at the gateway is made anew; every other refusal is the end. */
    private boolean isMended(Payment payment, Operation operation, Failure failure) {
        Optional<String> customer = payment.stripe().find(ObjectKind.CUSTOMER);
        boolean isMissing = operation.step() == Step.CREATE_DRAFT && "resource_missing".equals(failure.code());
        if (isMissing && customer.isPresent()) {
            Instant now = clock.instant();
            customers.forget(customer.get(), now);
            operation.forget(ObjectKind.CUSTOMER);
            operation.enter(Step.CREATE_CUSTOMER, now);
            return true;
        }
        effects.refused(payment, operation, failure);
        return false;
    }

    /** Goes on to the next part or step, or to the end. */
    void advance(Payment payment, Operation operation) {
        Instant now = clock.instant();
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
}
