package com.operatoros.payments.stripe;

import com.operatoros.payments.gateway.CallOutcome;
import com.operatoros.payments.gateway.CallTerms;
import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.net.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;

/** Makes calls of Stripe that throw nothing: whatever happens is an outcome (rule S2). */
@ApplicationScoped
class StripeCalls {

    private static final Logger LOG = System.getLogger(StripeCalls.class.getName());

    @Inject
    private StripeConnection connection;

    /** What is asked of Stripe. */
    interface Call {
        CallOutcome make(StripeClient client, RequestOptions options) throws StripeException;
    }

    /** Asks for something to be done, under the key of the terms. */
    CallOutcome write(CallTerms terms, Call call) {
        return make(terms, options(terms).setIdempotencyKey(terms.idempotencyKey()), call);
    }

    /** Asks how something stands. */
    CallOutcome read(CallTerms terms, Call call) {
        return make(terms, options(terms), call);
    }

    private CallOutcome make(CallTerms terms, RequestOptions.RequestOptionsBuilder options, Call call) {
        Optional<StripeClient> client = connection.client();
        if (client.isEmpty()) {
            return CallOutcome.unknown("STRIPE_SECRET_KEY is not set");
        }
        try {
            return call.make(client.get(), options.build());
        } catch (StripeException e) {
            LOG.log(Level.WARNING, "{0}: {1}", terms.idempotencyKey(), StripeFailures.describe(e));
            return StripeFailures.outcome(e);
        } catch (RuntimeException e) {
            // The SDK throws unchecked exceptions for answers that it can't read: the effect may be there.
            LOG.log(Level.WARNING, terms.idempotencyKey() + ": Stripe's answer could not be read", e);
            return CallOutcome.unknown("Stripe's answer could not be read");
        }
    }

    /** Connecting and reading together stay within the limit. */
    static RequestOptions.RequestOptionsBuilder options(CallTerms terms) {
        Duration left = terms.limit().minusMillis(StripeConnection.CONNECT_MILLIS);
        long read = Math.max(1, Math.min(left.toMillis(), StripeConnection.READ_MILLIS));
        return RequestOptions.builder()
                .setConnectTimeout(StripeConnection.CONNECT_MILLIS)
                .setReadTimeout((int) read);
    }
}
