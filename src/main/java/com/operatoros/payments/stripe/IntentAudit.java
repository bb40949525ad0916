package com.operatoros.payments.stripe;

import com.operatoros.payments.gateway.ChargeId;
import com.operatoros.payments.gateway.ObjectKind;
import com.operatoros.payments.money.Amount;
import com.stripe.model.Charge;
import com.stripe.model.Dispute;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.StripeError;
import com.stripe.param.DisputeListParams;
import com.stripe.param.RefundListParams;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what became of a payment intent, whose latest charge is included, as its events would have told it. Long since each stage of an intent has its own story.
 */
@ApplicationScoped
class IntentAudit {

    @Inject
    private StripeQuestions stripe;

    /**
     * Adds the attempt that the intent stands for, and what went back of its money.
     *
     * @param at the time of the attempt
     */
    void read(PaymentIntent intent, Instant at, PaymentAtStripeBuilder atStripe) throws StripeUnreachable {
        Map<ObjectKind, String> ids = new EnumMap<>(ObjectKind.class);
        IntentReports.addIds(intent, ids);
        atStripe.learn(ids);
        switch (String.valueOf(intent.getStatus())) {
            case "succeeded" -> {
                atStripe.hasMoney();
                payer(intent, at, atStripe);
                atStripe.tell(IntentReports.find("payment_intent.succeeded", intent, at), intent.getId(), at);
            }
            case "processing" ->
                atStripe.tell(IntentReports.find("payment_intent.processing", intent, at), intent.getId(), at);
            case "requires_action" ->
                // It is so now, after all that was tried before.
                atStripe.tell(
                        IntentReports.find("payment_intent.requires_action", intent, atStripe.askedAt()),
                        intent.getId(),
                        at);
            case "canceled" ->
                atStripe.tell(
                        IntentReports.find("payment_intent.canceled", intent, canceledAt(intent)),
                        intent.getId(),
                        canceledAt(intent));
            default -> failed(intent, at, atStripe);
        }
        if (intent.getLatestCharge() != null) {
            refundsAndDisputes(intent, atStripe);
        }
    }

    /** What it cost is told by the entry in the balance, which is asked for by itself where it did not come with the charge. */
    private void payer(PaymentIntent intent, Instant at, PaymentAtStripeBuilder atStripe) throws StripeUnreachable {
        Charge charge = intent.getLatestChargeObject();
        if (charge == null) {
            return;
        }
        if (charge.getBalanceTransaction() != null && charge.getBalanceTransactionObject() == null) {
            String entry = charge.getBalanceTransaction();
            stripe.findIfAllowed(api -> api.balanceTransactions().retrieve(entry))
                    .ifPresent(charge::setBalanceTransactionObject);
        }
        atStripe.tell(PayerReports.find(charge).map(report -> PayerReports.report(charge, report)), charge.getId(), at);
    }

    private static Instant canceledAt(PaymentIntent intent) {
        return time(intent.getCanceledAt() == null ? intent.getCreated() : intent.getCanceledAt());
    }

    private static void failed(PaymentIntent intent, Instant chargedAt, PaymentAtStripeBuilder atStripe) {
        if (intent.getLastPaymentError() != null) {
            Instant at = isOfError(intent.getLatestChargeObject(), intent) ? chargedAt : time(intent.getCreated());
            atStripe.tell(IntentReports.find("payment_intent.payment_failed", intent, at), intent.getId(), at);
        }
    }

    private void refundsAndDisputes(PaymentIntent intent, PaymentAtStripeBuilder atStripe) throws StripeUnreachable {
        Charge charge = intent.getLatestChargeObject();
        if (charge != null && charge.getAmountRefunded() != null && charge.getCurrency() != null) {
            atStripe.refunded(
                    new ChargeId(charge.getId()), new Amount(charge.getAmountRefunded(), charge.getCurrency()));
        }
        for (Refund refund : stripe.all((api, after) -> api.refunds().list(refundsOf(intent, after)))) {
            Map<ObjectKind, String> ids = new EnumMap<>(ObjectKind.class);
            RefundAndDisputeReports.addIds(refund, ids);
            atStripe.learn(ids);
            atStripe.tell(
                    Optional.of(RefundAndDisputeReports.of(refund, atStripe.askedAt())),
                    refund.getId(),
                    time(refund.getCreated()));
        }
        for (Dispute dispute : stripe.all((api, after) -> api.disputes().list(disputesOf(intent, after)))) {
            Map<ObjectKind, String> ids = new EnumMap<>(ObjectKind.class);
            RefundAndDisputeReports.addIds(dispute, ids);
            atStripe.learn(ids);
            atStripe.tell(
                    Optional.of(RefundAndDisputeReports.of(dispute, atStripe.askedAt())),
                    dispute.getId(),
                    time(dispute.getCreated()));
        }
    }

    private static RefundListParams refundsOf(PaymentIntent intent, @Nullable String after) {
        return RefundListParams.builder()
                .setPaymentIntent(intent.getId())
                .setLimit(StripeQuestions.PAGE)
                .setStartingAfter(after)
                .build();
    }

    private static DisputeListParams disputesOf(PaymentIntent intent, @Nullable String after) {
        return DisputeListParams.builder()
                .setPaymentIntent(intent.getId())
                .setLimit(StripeQuestions.PAGE)
                .setStartingAfter(after)
                .build();
    }

    /** The time of the charge; a delayed payment is made when the money is there, not when it was submitted. */
    Instant happenedAt(PaymentIntent intent) throws StripeUnreachable {
        Charge charge = intent.getLatestChargeObject();
        if (charge == null) {
            return time(intent.getCreated());
        }
        String entry = charge.getBalanceTransaction();
        if (entry == null || !"succeeded".equals(intent.getStatus()) || isByCard(charge)) {
            return time(charge.getCreated());
        }
        Instant charged = time(charge.getCreated());
        return stripe.findIfAllowed(api -> api.balanceTransactions().retrieve(entry))
                .map(booked -> time(booked.getCreated()))
                .filter(charged::isBefore)
                .orElse(charged);
    }

    private static boolean isByCard(Charge charge) {
        return charge.getPaymentMethodDetails() != null
                && "card".equals(charge.getPaymentMethodDetails().getType());
    }

    /** The failed charge is the error's; the latest one may already be the next try. */
    private static boolean isOfError(@Nullable Charge charge, PaymentIntent intent) {
        StripeError error = intent.getLastPaymentError();
        return charge != null && error != null && charge.getId().equals(error.getCharge());
    }

    static Instant time(@Nullable Long seconds) {
        return seconds == null || seconds < 0 || seconds > StripeEventReader.LATEST
                ? Instant.EPOCH
                : Instant.ofEpochSecond(seconds);
    }
}
