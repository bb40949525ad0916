package com.operatoros.payments.payment.operation;

import com.operatoros.payments.gateway.CallTerms;
import com.operatoros.payments.gateway.GatewayAnswer;
import com.operatoros.payments.gateway.InvoiceId;
import com.operatoros.payments.gateway.PaymentGateway;
import com.operatoros.payments.payment.Payment;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Makes sure that the gateway's addresses of an invoice, which do not last, are good when they are shown. An address that
 * was just read is good for ten days at least.
 */
@ApplicationScoped
public class FreshAddresses {

    private static final Logger LOG = System.getLogger(FreshAddresses.class.getName());
    private static final Duration GOOD_FOR = Duration.ofDays(7);
    private static final Duration LIMIT = Duration.ofSeconds(5);

    @EJB
    private OperationStore store;

    @Inject
    private PaymentGateway gateway;

    @Inject
    private Clock clock;

    /** The payment with addresses that are good now; with the old ones, if the gateway can't be asked. */
    public Payment of(Payment payment) {
        Instant readAt = payment.gateway().urlReadAt();
        String invoice = payment.stripe().invoice();
        if (readAt == null || invoice == null || clock.instant().isBefore(readAt.plus(GOOD_FOR))) {
            return payment;
        }
        CallTerms terms = new CallTerms("addresses of " + payment.id(), readAt, LIMIT);
        Optional<GatewayAnswer> answer =
                gateway.invoices().refresh(new InvoiceId(invoice), terms).answer();
        if (answer.isEmpty()) {
            LOG.log(Level.WARNING, "The addresses of {0} may be out of date", payment.reference());
            return payment;
        }
        return store.refreshed(payment.id(), answer.get());
    }
}
