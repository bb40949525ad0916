package com.operatoros.payments.webhook;

import com.operatoros.payments.payment.Cause;
import com.operatoros.payments.payment.ContradictoryReport;
import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.PaymentLedger;
import com.operatoros.payments.payment.PaymentReports;
import com.operatoros.payments.stripe.StripeEvent;
import com.operatoros.payments.stripe.StripeEvent.News;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes each event once: the inbox row and its whole effect are this one transaction (rules W2 to W6). */
@Stateless
public class EventInbox {

    private static final Logger LOG = System.getLogger(EventInbox.class.getName());

    @PersistenceContext(unitName = "payments")
    private EntityManager entities;

    @Inject
    private PaymentLedger ledger;

    @Inject
    private PaymentReports reports;

    @Inject
    private Event<ContradictoryReport> contradictions;

    @Inject
    private Clock clock;

    /** Accepts a verified event. */
    public Outcome accept(StripeEvent event) {
        if (event.news().isEmpty()) {
            return Outcome.IGNORED;
        }
        Set<UUID> owners = owners(event);
        if (owners.isEmpty()) {
            return Outcome.IGNORED;
        }
        if (owners.size() > 1) {
            return contradicted(event, owners);
        }
        // Locked before the inbox row is written: that row refers to the payment, and two events that each hold a
        // reference while they wait for the lock would wait for each other.
        Payment payment = ledger.lock(owners.iterator().next());
        if (event.livemode() != payment.isLive()) {
            return Outcome.IGNORED;
        }
        if (!isFirst(event, payment.id())) {
            return Outcome.DUPLICATE;
        }
        apply(event, event.news().get(), payment);
        return event.news().get() instanceof News.Unclear ? Outcome.IGNORED : Outcome.APPLIED;
    }

    private Set<UUID> owners(StripeEvent event) {
        Set<UUID> owners = new HashSet<>(ledger.findOwners(event.objectIds().values()));
        event.namedPayment().filter(ledger::knows).ifPresent(owners::add);
        return owners;
    }

    /** Waits for a concurrent delivery of the same event, and loses to it if that one commits. */
    private boolean isFirst(StripeEvent event, @Nullable UUID owner) {
        return entities.createNativeQuery("insert into stripe_event (id, type, payment_id, created_at, received_at)"
                                + " values (?1, ?2, ?3, ?4, ?5) on conflict (id) do nothing")
                        .setParameter(1, event.id())
                        .setParameter(2, event.type())
                        .setParameter(3, owner)
                        .setParameter(4, event.created().atOffset(ZoneOffset.UTC))
                        .setParameter(5, clock.instant().atOffset(ZoneOffset.UTC))
                        .executeUpdate()
                == 1;
    }

    private void apply(StripeEvent event, News news, Payment payment) {
        String intentId = event.intentId().orElse(null);
        event.objectIds().forEach((kind, id) -> reports.learn(payment, kind, id, intentId));
        tell(payment, event, news);
        LOG.log(
                Level.INFO,
                "Event {0} ({1}): payment {2} is {3}",
                event.id(),
                event.type(),
                payment.reference(),
                payment.status().code());
    }

    private void tell(Payment payment, StripeEvent event, News news) {
        Cause cause = Cause.gateway(event.id(), clock.instant());
        if (news instanceof News.Attempt attempt) {
            reports.report(payment, attempt.report(), cause);
            if (attempt.usesLinkUp()) {
                reports.linkUsedUp(payment);
            }
        } else if (news instanceof News.InvoicePaid paid) {
            reports.invoicePaid(payment, paid.totalMinor(), paid.currency(), paid.at(), cause);
        } else if (news instanceof News.InvoiceWithdrawn) {
            reports.withdrawn(payment, cause);
        } else if (news instanceof News.SessionExpired) {
            reports.sessionExpired(payment, cause);
        } else if (news instanceof News.LinkChanged link) {
            reports.linkChanged(payment, link.state(), cause);
        } else if (news instanceof News.Unclear) {
            LOG.log(Level.WARNING, "Event {0} ({1}) does not say enough to act on it", event.id(), event.type());
            reports.unclear(payment, event.type(), cause);
        }
    }

    private Outcome contradicted(StripeEvent event, Set<UUID> owners) {
        // In the order of their ids, as everybody who locks several.
        List<Payment> payments = owners.stream().sorted().map(ledger::lock).toList();
        if (!isFirst(event, null)) {
            return Outcome.DUPLICATE;
        }
        LOG.log(Level.ERROR, "Event {0} ({1}) names one payment and carries ids of another", event.id(), event.type());
        Cause cause = Cause.gateway(event.id(), clock.instant());
        payments.forEach(payment -> reports.contradicted(payment, event.type(), cause));
        contradictions.fire(new ContradictoryReport(event.id(), event.type()));
        return Outcome.IGNORED;
    }
}
