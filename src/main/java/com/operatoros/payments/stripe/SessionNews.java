package com.operatoros.payments.stripe;

import com.operatoros.payments.payment.AttemptState;
import com.operatoros.payments.payment.Milestone;
import com.operatoros.payments.payment.StripeObjectKind;
import com.stripe.model.checkout.Session;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the events of a Checkout Session say. */
final class SessionNews {

    private static final Set<String> PAID = Set.of("paid", "no_payment_required");

    private SessionNews() {}

    static void addIds(Session session, Map<StripeObjectKind, String> ids) {
        StripeEventReader.addId(ids, StripeObjectKind.CHECKOUT_SESSION, session.getId());
        StripeEventReader.addId(ids, StripeObjectKind.PAYMENT_LINK, session.getPaymentLink());
        StripeEventReader.addId(ids, StripeObjectKind.PAYMENT_INTENT, session.getPaymentIntent());
    }

    static Optional<News> find(String type, Session session, Instant at) {
        String paymentStatus = String.valueOf(session.getPaymentStatus());
        return switch (type) {
            case "checkout.session.completed" -> Optional.of(completed(paymentStatus, session, at));
            case "checkout.session.async_payment_succeeded" ->
                Optional.of(
                        PAID.contains(paymentStatus) ? attempt(AttemptState.PAID, session, at) : new News.Unclear());
            // The reason is in the event of the intent.
            case "checkout.session.async_payment_failed" ->
                Optional.of(
                        collect(AttemptState.FAILED, session, at).usingLinkUp().news());
            case "checkout.session.expired" -> Optional.of(new News.Passed(Milestone.SESSION_EXPIRED, null));
            default -> Optional.empty();
        };
    }

    /** Completed alone is not paid: a delayed method completes first and is paid days later. */
    private static News completed(String paymentStatus, Session session, Instant at) {
        if (PAID.contains(paymentStatus)) {
            return attempt(AttemptState.PAID, session, at);
        }
        return paymentStatus.equals("unpaid") ? attempt(AttemptState.PROCESSING, session, at) : new News.Unclear();
    }

    private static News attempt(AttemptState state, Session session, Instant at) {
        return collect(state, session, at).news();
    }

    private static AttemptNews collect(AttemptState state, Session session, Instant at) {
        return AttemptNews.of(state, at)
                .attempt(session.getId())
                .intent(session.getPaymentIntent())
                .amount(session.getAmountTotal(), session.getCurrency());
    }
}
