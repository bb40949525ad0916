package com.operatoros.payments.reconcile;

import com.operatoros.payments.gateway.InvoiceId;
import com.operatoros.payments.gateway.LinkId;
import com.operatoros.payments.payment.PaymentNotFound;
import com.operatoros.payments.reconcile.SyncStore.Subject;
import com.operatoros.payments.stripe.PaymentAtStripe;
import com.operatoros.payments.stripe.StripeAudit;
import com.operatoros.payments.stripe.StripeUnreachable;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Asks Stripe how a payment stands and lets the payment know, outside of any transaction of the caller (rule R2). */
@ApplicationScoped
class Sync {

    @EJB
    private SyncStore store;

    @Inject
    private StripeAudit audit;

    /**
     * Asks about one payment.
     *
     * @throws PaymentNotFound when there is none of this id
     */
    SyncResult run(UUID id, Evidence evidence) {
        Subject subject = store.find(id).orElseThrow(() -> new PaymentNotFound(id));
        try {
            Optional<PaymentAtStripe> atStripe = ask(subject);
            if (atStripe.isEmpty()) {
                return new SyncResult.NothingToAsk();
            }
            return store.take(subject, atStripe.get(), evidence) ? new SyncResult.Done() : new SyncResult.Unclear();
        } catch (StripeUnreachable e) {
            return new SyncResult.Unreachable(e.trouble());
        }
    }

    private Optional<PaymentAtStripe> ask(Subject subject) throws StripeUnreachable {
        LinkId link = subject.link();
        InvoiceId invoice = subject.invoice();
        if (subject.isInReach() && link != null) {
            return Optional.of(audit.link(link, subject.former()));
        }
        return subject.isInReach() && invoice != null ? Optional.of(audit.invoice(invoice)) : Optional.empty();
    }
}
