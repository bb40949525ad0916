package com.operatoros.payments.stripe;

import com.operatoros.payments.payment.LinkOutcome;
import com.operatoros.payments.payment.LinkRequest;
import com.operatoros.payments.payment.PaymentGateway;
import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentLink;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentLinkCreateParams;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** Stripe as the gateway of payments. */
@ApplicationScoped
class StripePaymentGateway implements PaymentGateway {

    private static final Logger LOG = System.getLogger(StripePaymentGateway.class.getName());

    @Inject
    private StripeConnection connection;

    @Inject
    private StripeSettings settings;

    @Override
    public boolean isLive() {
        return settings.isLive();
    }

    @Override
    public LinkOutcome createLink(LinkRequest request, String idempotencyKey) {
        Optional<StripeClient> client = connection.client();
        if (client.isEmpty()) {
            return new LinkOutcome.Unknown("STRIPE_SECRET_KEY is not set");
        }
        try {
            return createLink(client.get(), request, idempotencyKey);
        } catch (StripeException e) {
            LOG.log(Level.WARNING, "Payment {0}: {1}", request.paymentId(), StripeFailures.describe(e));
            return StripeFailures.outcome(e);
        } catch (RuntimeException e) {
            // The SDK throws unchecked exceptions for answers that it can't read: the link may exist.
            LOG.log(Level.WARNING, "Payment " + request.paymentId() + ": Stripe's answer could not be read", e);
            return new LinkOutcome.Unknown("Stripe's answer could not be read");
        }
    }

    private static LinkOutcome createLink(StripeClient client, LinkRequest request, String idempotencyKey)
            throws StripeException {
        PaymentLinkCreateParams params = LinkParams.of(request);
        RequestOptions options =
                RequestOptions.builder().setIdempotencyKey(idempotencyKey).build();
        PaymentLink link = client.v1().paymentLinks().create(params, options);
        if (link.getId() == null || link.getUrl() == null) {
            return new LinkOutcome.Unknown("Stripe answered without a link");
        }
        return new LinkOutcome.Created(link.getId(), link.getUrl());
    }
}
