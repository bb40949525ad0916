package com.operatoros.payments.stripe;

import com.operatoros.payments.gateway.AttemptState;
import com.operatoros.payments.gateway.GatewayReport;
import com.operatoros.payments.gateway.ObjectKind;
import com.operatoros.payments.gateway.Remark;
import com.stripe.model.checkout.Session;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the events of a Checkout Session. */
final class SessionReports {

    private static final String FREE = "no_payment_required";
    private static final Set<String> PAID = Set.of("paid", FREE);

    private SessionReports() {}

    static void addIds(Session session, Map<ObjectKind, String> ids) {
        StripeEventReader.addId(ids, ObjectKind.CHECKOUT_SESSION, session.getId());
        StripeEventReader.addId(ids, ObjectKind.PAYMENT_LINK, session.getPaymentLink());
        StripeEventReader.addId(ids, ObjectKind.PAYMENT_INTENT, session.getPaymentIntent());
    }

    static Optional<GatewayReport> find(String type, Session session, Instant at) {
        String paymentStatus = String.valueOf(session.getPaymentStatus());
        return switch (type) {
            case "checkout.session.completed" -> Optional.of(completed(paymentStatus, session, at));
            case "checkout.session.async_payment_succeeded" ->
                Optional.of(
                        PAID.contains(paymentStatus)
                                ? attempt(AttemptState.PAID, session, at)
                                : new GatewayReport.Unclear());
            // The reason is in the event of the intent.
            case "checkout.session.async_payment_failed" -> Optional.of(failed(session, true, at));
            case "checkout.session.expired" -> Optional.of(new GatewayReport.Passed(Remark.SESSION_EXPIRED, null));
            default -> Optional.empty();
        };
    }

    /** Completed alone is not paid: a delayed method completes first and is paid days later. */
    private static GatewayReport completed(String paymentStatus, Session session, Instant at) {
        if (PAID.contains(paymentStatus)) {
            return attempt(AttemptState.PAID, session, at);
        }
        return paymentStatus.equals("unpaid")
                ? attempt(AttemptState.SUBMITTED, session, at)
                : new GatewayReport.Unclear();
    }

    /**
     * A delayed payment has failed.
     *
     * @param usesLinkUp whether the link takes no other payment after it
     */
    static GatewayReport failed(Session session, boolean usesLinkUp, Instant at) {
        AttemptReading failed = collect(AttemptState.FAILED, session, at);
        return usesLinkUp ? failed.usingLinkUp().report() : failed.report();
    }

    private static GatewayReport attempt(AttemptState state, Session session, Instant at) {
        return collect(state, session, at).report();
    }

    private static AttemptReading collect(AttemptState state, Session session, Instant at) {
        return AttemptReading.of(state, at)
                .attempt(session.getId())
                .intent(intent(session))
                .amount(amount(session), currency(session))
                .payer(PayerReports.of(session));
    }

    /** Where a code took off everything there is no intent: the page itself is all that was. */
    private static @Nullable String intent(Session session) {
        return isFree(session) ? session.getId() : session.getPaymentIntent();
    }

    /** Whether the client was through with the page and nothing was left to pay. */
    static boolean isFree(Session session) {
        return FREE.equals(session.getPaymentStatus()) && session.getPaymentIntent() == null;
    }

    /**
     * What it brings in the currency that was asked for. Up to version 2025-03-31 a session with adaptive pricing was in the
     * currency that the client saw, and told the other beside it.
     */
    private static @Nullable Long amount(Session session) {
        Session.CurrencyConversion conversion = session.getCurrencyConversion();
        return conversion == null ? session.getAmountTotal() : conversion.getAmountTotal();
    }

    private static @Nullable String currency(Session session) {
        Session.CurrencyConversion conversion = session.getCurrencyConversion();
        return conversion == null ? session.getCurrency() : conversion.getSourceCurrency();
    }
}
