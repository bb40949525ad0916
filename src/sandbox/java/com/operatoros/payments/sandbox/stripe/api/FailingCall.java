package com.operatoros.payments.sandbox.stripe.api;

import com.operatoros.payments.sandbox.stripe.fault.FaultKind;
import com.operatoros.payments.sandbox.stripe.fault.TakenFault;
import com.operatoros.payments.sandbox.stripe.http.Reply;
import java.util.Optional;
import java.util.function.Supplier;

/** One call that is to fail: what of it is still done, and what is answered (rule SA5). */
final class FailingCall {

    private final TakenFault fault;
    private final String requestId;

    FailingCall(TakenFault fault, String requestId) {
        this.fault = fault;
        this.requestId = requestId;
    }

    /** Whether anything runs, or is stored, under the key of the call. */
    boolean reachesKeys() {
        return fault.isAfterEffect() || fault.kind() == FaultKind.FAILED;
    }

    /** Does under the key what is to be done, and gives the answer that is to be stored. */
    Answer run(Supplier<Answer> work) {
        if (!fault.isAfterEffect()) {
            return outage();
        }
        Answer normal = work.get();
        return fault.kind() == FaultKind.FAILED ? outage() : normal;
    }

    /** What the caller gets in the place of the call's own answer; empty when the connection is to be closed without one. */
    Optional<Reply> reply(Optional<Answer> own) {
        return switch (fault.kind()) {
            case REFUSED -> Optional.of(refusal());
            case RATE_LIMITED -> Optional.of(rateLimit());
            case FAILED ->
                Optional.of(own.filter(answer -> answer.status() == 500)
                        .orElseGet(this::outage)
                        .toReply(requestId));
            case TIMEOUT -> {
                fault.hold();
                yield Optional.empty();
            }
            case RESET -> Optional.empty();
        };
    }

    private Answer outage() {
        return Answer.of(StripeError.outage(), requestId);
    }

    private Reply refusal() {
        StripeError error =
                StripeError.invalid("parameter_invalid_empty", null, "The sandbox was told to refuse this call.");
        return Answer.of(error, requestId).toReply(requestId).with("Stripe-Should-Retry", "false");
    }

    private Reply rateLimit() {
        return Answer.of(StripeError.rateLimit(), requestId)
                .toReply(requestId)
                .with("Stripe-Rate-Limited-Reason", "global-rate");
    }
}
