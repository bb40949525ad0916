package com.operatoros.payments.stripe;

import com.operatoros.payments.gateway.CallOutcome;
import com.operatoros.payments.gateway.CallTerms;
import com.operatoros.payments.gateway.Failure;
import com.operatoros.payments.gateway.GatewayAnswer;
import com.operatoros.payments.gateway.IntentId;
import com.operatoros.payments.gateway.LinkGateway;
import com.operatoros.payments.gateway.LinkId;
import com.operatoros.payments.gateway.LinkRequest;
import com.operatoros.payments.gateway.ObjectKind;
import com.stripe.StripeClient;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.PaymentLink;
import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentLinkUpdateParams;
import com.stripe.param.PaymentLinkUpdateParams.Restrictions;
import com.stripe.param.PaymentLinkUpdateParams.Restrictions.CompletedSessions;
import com.stripe.param.checkout.SessionListParams;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/**
 * Payment links at Stripe. Long since each call has its check here, and links and sessions can be found only by going
 * through lists.
 */
@ApplicationScoped
class StripeLinks implements LinkGateway {

    private static final Set<String> MONEY_ON_ITS_WAY = Set.of("succeeded", "processing", "requires_capture");

    private static final Failure PAID_ALREADY =
            new Failure("already_paid", "The client has just paid, or a payment of the client is on its way.");

    @Inject
    private StripeCalls calls;

    @Override
    public CallOutcome create(LinkRequest request, CallTerms terms) {
        return calls.write(
                terms, (client, options) -> made(client.v1().paymentLinks().create(LinkParams.of(request), options)));
    }

    @Override
    public CallOutcome find(LinkRequest request, CallTerms terms) {
        TimeLimit limit = TimeLimit.of(terms);
        return calls.read(terms, (client, options) -> {
            // Links can't be listed by time or by what their metadata say, and do not tell when they were made: all are
            // read, newest first, which a key that can't be trusted any more is worth.
            for (PaymentLink link : client.v1()
                    .paymentLinks()
                    .list(LinkParams.newestFirst(), options)
                    .autoPagingIterable(null, options)) {
                if (LinkParams.isOf(link, request)) {
                    return made(link);
                }
                if (limit.isOver()) {
                    return TimeLimit.UNFINISHED;
                }
            }
            return new CallOutcome.NotDone();
        });
    }

    private static CallOutcome made(PaymentLink link) {
        return link.getId() == null || link.getUrl() == null
                ? CallOutcome.unknown("Stripe answered without a link")
                : new CallOutcome.Done(GatewayAnswer.link(link.getId(), link.getUrl()));
    }

    @Override
    public CallOutcome deactivate(LinkId link, CallTerms terms) {
        return switchTo(false, link, terms);
    }

    @Override
    public CallOutcome activate(LinkId link, CallTerms terms) {
        return switchTo(true, link, terms);
    }

    private CallOutcome switchTo(boolean active, LinkId link, CallTerms terms) {
        PaymentLinkUpdateParams params =
                PaymentLinkUpdateParams.builder().setActive(active).build();
        return calls.write(terms, (client, options) -> {
            PaymentLink switched = client.v1().paymentLinks().update(link.value(), params, options);
            return switched.getActive() != null && switched.getActive() == active
                    ? new CallOutcome.Done(GatewayAnswer.nothing())
                    : CallOutcome.unknown("Stripe did not switch the link");
        });
    }

    /** After the link is off no session can begin, so what is read here is all there will ever be. */
    @Override
    public CallOutcome expireSessions(LinkId link, Set<IntentId> known, CallTerms terms) {
        SessionListParams ofLink = SessionListParams.builder()
                .setPaymentLink(link.value())
                .setLimit(LinkParams.PAGE)
                .addExpand("data.payment_intent")
                .build();
        TimeLimit limit = TimeLimit.of(terms);
        return calls.read(terms, (client, options) -> {
            for (Session session :
                    client.v1().checkout().sessions().list(ofLink, options).autoPagingIterable(null, options)) {
                if (limit.isOver()) {
                    return TimeLimit.UNFINISHED;
                }
                if (!isKnown(session, known) && !isEnded(client, session, options)) {
                    return new CallOutcome.Refused(PAID_ALREADY);
                }
            }
            return new CallOutcome.Done(GatewayAnswer.nothing());
        });
    }

    private static boolean isKnown(Session session, Set<IntentId> known) {
        return session.getPaymentIntent() != null && known.contains(new IntentId(session.getPaymentIntent()));
    }

    /** Whether nobody has paid on it and nobody can any more. */
    private static boolean isEnded(StripeClient client, Session session, RequestOptions options)
            throws StripeException {
        PaymentIntent intent = session.getPaymentIntentObject();
        return switch (String.valueOf(session.getStatus())) {
            case "open" -> expires(client, session, options);
            case "complete" -> intent == null ? SessionReports.isFree(session) : isCalledOff(client, intent, options);
            default -> true;
        };
    }

    /** What the client was to transfer, and has not, is called off; what has failed stays failed. */
    private static boolean isCalledOff(StripeClient client, PaymentIntent intent, RequestOptions options)
            throws StripeException {
        String status = String.valueOf(intent.getStatus());
        if (!status.equals("requires_action")) {
            return !MONEY_ON_ITS_WAY.contains(status);
        }
        try {
            return "canceled"
                    .equals(client.v1()
                            .paymentIntents()
                            .cancel(intent.getId(), options)
                            .getStatus());
        } catch (InvalidRequestException e) {
            return "canceled"
                    .equals(client.v1()
                            .paymentIntents()
                            .retrieve(intent.getId(), options)
                            .getStatus());
        }
    }

    /** A session that has ended since it was listed can't be expired: it is asked once more how it ended. */
    private static boolean expires(StripeClient client, Session session, RequestOptions options)
            throws StripeException {
        try {
            return "expired"
                    .equals(client.v1()
                            .checkout()
                            .sessions()
                            .expire(session.getId(), options)
                            .getStatus());
        } catch (InvalidRequestException e) {
            return "expired"
                    .equals(client.v1()
                            .checkout()
                            .sessions()
                            .retrieve(session.getId(), options)
                            .getStatus());
        }
    }

    @Override
    public CallOutcome allowAnother(LinkId link, CallTerms terms) {
        return calls.read(terms, (client, options) -> {
            PaymentLink known = client.v1().paymentLinks().retrieve(link.value(), options);
            boolean isActive = Boolean.TRUE.equals(known.getActive());
            if (isActive && !LinkReports.isUsed(known)) {
                return new CallOutcome.Done(GatewayAnswer.nothing());
            }
            long used = known.getRestrictions().getCompletedSessions().getCount();
            client.v1().paymentLinks().update(link.value(), limit(used + 1), options);
            return new CallOutcome.Done(GatewayAnswer.id(ObjectKind.PAYMENT_LINK, link.value()));
        });
    }

    /** An absolute number: sent twice it is the same. */
    private static PaymentLinkUpdateParams limit(long sessions) {
        return PaymentLinkUpdateParams.builder()
                .setActive(true)
                .setRestrictions(Restrictions.builder()
                        .setCompletedSessions(
                                CompletedSessions.builder().setLimit(sessions).build())
                        .build())
                .build();
    }
}
