package com.operatoros.payments.stripe;

import com.operatoros.payments.code.Coded;
import com.operatoros.payments.gateway.ChargeId;
import com.operatoros.payments.gateway.GatewayReport;
import com.operatoros.payments.gateway.IntentId;
import com.operatoros.payments.gateway.ObjectKind;
import com.operatoros.payments.money.Amount;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A payment as it stands at Stripe, asked object by object.
 *
 * @param told what the events of its objects would have told, in the order in which it happened
 * @param ids the objects that belong to it
 */
public record PaymentAtStripe(List<Told> told, List<Known> ids, Seen seen) {

    /**
     * One of the things that Stripe says.
     *
     * @param objectId of the object that says it
     * @param at when it happened, by Stripe's clock
     */
    public record Told(GatewayReport report, String objectId, Instant at) {}

    /**
     * An object that belongs to the payment.
     *
     * @param intentId the intent to which the object belongs, where that is known
     */
    public record Known(
            ObjectKind kind, String id, @Nullable IntentId intentId) {}

    /** How the link or the invoice stands as a whole. */
    public enum State implements Coded {
        /** The link takes payments. */
        ACTIVE,
        /** The link has been paid as often as it may be. */
        USED,
        /** The link was switched off before it was paid. */
        INACTIVE,
        DRAFT,
        OPEN,
        PAID,
        VOID,
        UNCOLLECTIBLE,
        /** Stripe knows no such object. */
        MISSING,
        /** Something that we don't know. */
        OTHER
    }

    /**
     * What can be compared with our own records.
     *
     * @param amount what it is to bring; null where Stripe does not say so
     * @param hasMoney whether a client has paid, or the invoice counts as paid
     * @param isFormerActive whether a link takes payments whose place another has taken
     * @param refunded what went back of each charge
     */
    public record Seen(
            State state,
            @Nullable Amount amount,
            boolean hasMoney,
            boolean isFormerActive,
            Map<ChargeId, Amount> refunded) {}
}
