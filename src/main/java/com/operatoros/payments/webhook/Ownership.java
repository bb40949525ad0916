package com.operatoros.payments.webhook;

import com.operatoros.payments.gateway.ObjectKind;
import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.stripe.StripeEvent;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/**
 * An answer to whose an event is (rule W4): the recorded object decides, never the note on it.
 *
 * @param recorded those ids of the event that are recorded, each with its payment
 * @param named the payment that the note on the object names, where nothing is recorded
 * @param hasCopies whether somebody has copied what the named payment has at Stripe
 */
record Ownership(StripeEvent event, Map<String, UUID> recorded, Optional<UUID> named, boolean hasCopies) {

    /** What an event is to a payment. */
    enum Kind {
        /** It is about the payment's own link or invoice, or hangs on it. */
        OWN,
        /** It is about what we are just asking Stripe to make for the payment, and will know in a moment. */
        FRESH,
        /** It is about an invoice that Stripe makes of what a link has brought, and tells nothing that the link does not. */
        BESIDES,
        /** It is about another link or invoice that bears the payment's name. */
        COPY,
        /** It bears the payment's name, but may hang on a copy. */
        UNSURE
    }

    /** Whether nobody has to look at a payment for it. */
    boolean isOfNoInterest() {
        return event.report().isEmpty() && isRecorded();
    }

    boolean isRecorded() {
        return !recorded.isEmpty();
    }

    Set<UUID> owners() {
        return isRecorded() ? Set.copyOf(recorded.values()) : named.map(Set::of).orElseGet(Set::of);
    }

    /**
     * What it is to the payment that owns it, which is locked.
     *
     * @param isMaking whether Stripe is just being asked for a link or an invoice for the payment
     */
    Kind of(Payment payment, BooleanSupplier isMaking) {
        if (payment.bill().isLink() && isRecorded() && event.isOfInvoice()) {
            return Kind.BESIDES;
        }
        Optional<String> payable = event.payable();
        if (payable.isPresent() && !isOwn(payable.get(), payment)) {
            return isMaking.getAsBoolean() ? Kind.FRESH : Kind.COPY;
        }
        if (payable.isPresent()) {
            return Kind.OWN;
        }
        if (isRecorded()) {
            return Kind.OWN;
        }
        return payment.bill().isLink() && !hasCopies ? Kind.OWN : Kind.UNSURE;
    }

    /** One that is recorded, that takes its place, or of which nothing is known yet since the creation has just been interrupted. */
    private boolean isOwn(String payable, Payment payment) {
        ObjectKind kind = payment.bill().isLink() ? ObjectKind.PAYMENT_LINK : ObjectKind.INVOICE;
        return recorded.containsKey(payable)
                || event.revises().filter(recorded::containsKey).isPresent()
                || event.objectIds().containsKey(kind)
                        && payment.stripe().find(kind).isEmpty();
    }
}
