package com.operatoros.payments.payment;

import static com.operatoros.payments.payment.Payments.ASKED;
import static com.operatoros.payments.payment.Payments.NOON;

import com.operatoros.payments.gateway.AttemptReport;
import com.operatoros.payments.gateway.AttemptState;
import com.operatoros.payments.gateway.ChargeId;
import com.operatoros.payments.gateway.DisputeReport;
import com.operatoros.payments.gateway.DisputeState;
import com.operatoros.payments.gateway.Failure;
import com.operatoros.payments.gateway.IntentId;
import com.operatoros.payments.gateway.InvoiceState;
import com.operatoros.payments.gateway.RefundReport;
import com.operatoros.payments.gateway.RefundState;
import com.operatoros.payments.gateway.SuspicionKind;
import com.operatoros.payments.money.Amount;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Payments in every combination of what clients, banks and people in Stripe's dashboard may have done to them. */
public final class Situations {

    private static final long LATER = 600;

    private Situations() {}

    /** Every beginning with every attempt, every end, every refund and every dispute. */
    public static Stream<Payment> all() {
        int attempts = attempts().size();
        int ends = ends().size();
        int refunds = refunds().size();
        int disputes = disputes().size();
        Stream<Payment> combined = IntStream.range(0, 2 * attempts * ends * refunds * disputes)
                .mapToObj(number -> {
                    Payment payment = number % 2 == 0 ? Payments.aPendingPayment() : Payments.anOpenInvoice();
                    int rest = number / 2;
                    attempts().get(rest % attempts).accept(payment);
                    rest /= attempts;
                    ends().get(rest % ends).accept(payment);
                    rest /= ends;
                    refunds().get(rest % refunds).accept(payment);
                    disputes().get(rest / refunds).accept(payment);
                    return payment;
                });
        return Stream.concat(combined, beginnings());
    }

    private static Stream<Payment> beginnings() {
        Payment creating = Payments.aPaymentBeingCreated();
        Payment unfinished = Payments.aPaymentBeingCreated();
        unfinished.take(() -> unfinished.outcome().flags().tell(Attention.FINALIZATION_FAILED));
        Payment rejected = Payments.aPaymentBeingCreated();
        rejected.reject(new Failure("amount_too_small", "Too small."));
        return Stream.of(creating, unfinished, rejected);
    }

    private static List<Consumer<Payment>> attempts() {
        return List.of(
                payment -> {},
                payment -> attempt(payment, AttemptState.PROCESSING, ASKED.minor(), "usd"),
                payment -> attempt(payment, AttemptState.WAITING, ASKED.minor(), "usd"),
                payment -> attempt(payment, AttemptState.CANCELED, ASKED.minor(), "usd"),
                payment -> attempt(payment, AttemptState.FAILED, ASKED.minor(), "usd"),
                payment -> IntStream.range(0, 12).forEach(number -> declined(payment, number)),
                payment -> attempt(payment, AttemptState.PAID, ASKED.minor(), "usd"),
                payment -> attempt(payment, AttemptState.PAID, ASKED.minor() / 2, "usd"),
                payment -> attempt(payment, AttemptState.PAID, ASKED.minor() * 2, "usd"),
                payment -> attempt(payment, AttemptState.PAID, 0, "usd"),
                payment -> attempt(payment, AttemptState.PAID, ASKED.minor(), "eur"),
                payment -> payment.report(AttemptReport.outside("p", new Amount(1, "usd"), NOON)));
    }

    private static List<Consumer<Payment>> ends() {
        return List.of(
                payment -> {},
                Payment::cancel,
                payment -> payment.accept(new Progress.Acceptance(
                        NOON, payment.facts().settlement().kept())),
                payment -> payment.report(Payments.suspicion("issfr_1", SuspicionKind.FRAUD_WARNING, true)),
                payment -> payment.report(Payments.suspicion("prv_1", SuspicionKind.REVIEW, true)),
                payment -> invoice(payment, InvoiceState.VOID),
                payment -> invoice(payment, InvoiceState.UNCOLLECTIBLE),
                payment -> invoice(payment, InvoiceState.PAID));
    }

    private static List<Consumer<Payment>> refunds() {
        return List.of(
                payment -> {},
                payment -> refund(payment, ASKED.minor(), RefundState.SUCCEEDED),
                payment -> refund(payment, 1, RefundState.PENDING),
                payment -> refund(payment, 1, RefundState.FAILED));
    }

    private static List<Consumer<Payment>> disputes() {
        return List.of(
                payment -> {},
                payment -> dispute(payment, DisputeState.NEEDS_RESPONSE),
                payment -> dispute(payment, DisputeState.WARNING_NEEDS_RESPONSE),
                payment -> dispute(payment, DisputeState.UNDER_REVIEW),
                payment -> dispute(payment, DisputeState.LOST),
                payment -> dispute(payment, DisputeState.WON));
    }

    private static void attempt(Payment payment, AttemptState state, long minor, String currency) {
        payment.report(new AttemptReport(state, "pi_1", new IntentId("pi_1"), new Amount(minor, currency), NOON, null));
    }

    private static void declined(Payment payment, int number) {
        payment.report(Payments.declined("pi_1", "ch_" + number, "generic_decline"));
    }

    private static void invoice(Payment payment, InvoiceState state) {
        if (!payment.bill().isLink()) {
            payment.report(Payments.invoice(
                    "in_1", state, state == InvoiceState.PAID ? ASKED.minor() : 0, NOON.plusSeconds(LATER)));
        }
    }

    private static void refund(Payment payment, long minor, RefundState state) {
        payment.report(new RefundReport(
                "re_1",
                new IntentId("pi_1"),
                new ChargeId("ch_1"),
                new Amount(minor, "usd"),
                state,
                null,
                null,
                NOON.plusSeconds(LATER),
                NOON.plusSeconds(LATER)));
    }

    private static void dispute(Payment payment, DisputeState state) {
        payment.report(new DisputeReport(
                "du_1",
                new IntentId("pi_1"),
                new ChargeId("ch_1"),
                new Amount(ASKED.minor(), "usd"),
                state,
                "fraudulent",
                null,
                NOON,
                NOON));
    }
}
