package com.operatoros.payments.reconcile;

import com.operatoros.payments.business.BillingProfile;
import com.operatoros.payments.gateway.InvoiceId;
import com.operatoros.payments.gateway.LinkId;
import com.operatoros.payments.gateway.ObjectKind;
import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.PaymentReports;
import com.operatoros.payments.payment.PaymentStatus;
import com.operatoros.payments.payment.PaymentStore;
import com.operatoros.payments.payment.Provenance;
import com.operatoros.payments.payment.operation.OpenOperations;
import com.operatoros.payments.stripe.PaymentAtStripe;
import com.operatoros.payments.stripe.PaymentAtStripe.Told;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads what has to be known before Stripe is asked about a payment, and records what it answers: two transactions
 * (rule R2).
 */
@Stateless
public class SyncStore {

    private static final Logger LOG = System.getLogger(SyncStore.class.getName());

    @PersistenceContext(unitName = "payments")
    private EntityManager entities;

    @Inject
    private PaymentStore store;

    @Inject
    private PaymentReports reports;

    @Inject
    private OpenOperations operations;

    @Inject
    private DriftStore drift;

    @Inject
    private BillingProfile profile;

    @Inject
    private Clock clock;

    /**
     * What Stripe is asked about.
     *
     * @param isInReach whether our key is of the payment's mode
     * @param former links whose place the present one has taken
     */
    public record Subject(
            UUID id,
            boolean isInReach,
            PaymentStatus status,
            @Nullable LinkId link,
            List<LinkId> former,
            @Nullable InvoiceId invoice) {}

    public Optional<Subject> find(UUID id) {
        return Optional.ofNullable(entities.find(Payment.class, id))
                .map(payment -> new Subject(
                        id,
                        payment.isLive() == profile.isLive(),
                        payment.status(),
                        payment.stripe()
                                .find(ObjectKind.PAYMENT_LINK)
                                .map(LinkId::new)
                                .orElse(null),
                        formerLinks(payment),
                        payment.stripe()
                                .find(ObjectKind.INVOICE)
                                .map(InvoiceId::new)
                                .orElse(null)));
    }

    private List<LinkId> formerLinks(Payment payment) {
        return store.findIds(payment.id(), ObjectKind.PAYMENT_LINK).stream()
                .filter(id -> !id.equals(payment.stripe().paymentLink()))
                .map(LinkId::new)
                .toList();
    }

    /**
     * Hands Stripe's answer to the payment, the same way as events do; what is known already leaves no trace.
     *
     * @return whether all of the answer was understood
     */
    public boolean take(Subject subject, PaymentAtStripe atStripe, Evidence evidence) {
        Payment payment = store.lock(subject.id());
        boolean isUnchanged = payment.status() == subject.status();
        Instant now = clock.instant();
        if (belongsToAnother(payment, atStripe)) {
            drift.note(payment, List.of(DriftPolicy.foreign(payment)), now);
            reports.checked(payment, now);
            return true;
        }
        PaymentStore.Objects objects = reports.objects(payment);
        atStripe.ids().forEach(known -> objects.learn(known.kind(), known.id(), known.intentId()));
        List<Told> told = atStripe.told().stream()
                .filter(one -> !evidence.isTooNew(one.at()))
                .toList();
        boolean isClear = true;
        for (Told one : told) {
            Provenance provenance = evidence.provenance(one.objectId(), now);
            isClear &= reports.take(payment, one.report(), provenance, () -> operations.isBusy(payment.id()));
        }
        objects.arrange();
        // What the webhook is about to tell would look like a difference.
        if (told.size() == atStripe.told().size()) {
            reports.checked(payment, now);
            if (isUnchanged && evidence.isOfObjects()) {
                compare(payment, atStripe, now);
            }
        }
        return isClear;
    }

    /** While something that we asked for is on its way, a difference is to be expected. */
    private void compare(Payment payment, PaymentAtStripe atStripe, Instant now) {
        if (!operations.isBusy(payment.id())) {
            drift.note(payment, DriftPolicy.differences(payment, atStripe.seen()), now);
        }
    }

    private boolean belongsToAnother(Payment payment, PaymentAtStripe atStripe) {
        Set<UUID> owners = store.findOwners(
                atStripe.ids().stream().map(PaymentAtStripe.Known::id).toList());
        boolean isForeign = owners.stream().anyMatch(owner -> !owner.equals(payment.id()));
        if (isForeign) {
            LOG.log(Level.ERROR, "Stripe's objects of {0} are recorded on another payment", payment.reference());
        }
        return isForeign;
    }
}
