package com.operatoros.payments.payment;

import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import com.operatoros.payments.business.BillingProfile;
import com.operatoros.payments.money.Money;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the admin reads about payments. */
@Stateless
@RolesAllowed("admin")
@TransactionAttribute(SUPPORTS)
public class PaymentQueries {

    @PersistenceContext(unitName = "payments")
    private EntityManager entities;

    @Inject
    private BillingProfile profile;

    @Inject
    private PaymentLedger ledger;

    @Inject
    private ActionPolicy policy;

    @Inject
    private Clock clock;

    /**
     * Lists a part of the payments.
     *
     * @param cursor where the part begins; null for the first one
     * @return nothing when the cursor is not one of ours for this order
     */
    public Optional<PaymentPage> list(PaymentFilter filter, @Nullable String cursor, int limit) {
        LocalDate today = profile.today(clock);
        PaymentSearch search = new PaymentSearch(filter, profile.zone(), today);
        if (cursor != null) {
            Optional<PaymentCursor> start = PaymentCursor.read(cursor, filter.sort());
            if (start.isEmpty()) {
                return Optional.empty();
            }
            search.behind(start.get());
        }
        List<Payment> found = search.first(limit + 1, entities);
        if (found.size() <= limit) {
            return Optional.of(new PaymentPage(List.copyOf(found), null));
        }
        List<Payment> page = List.copyOf(found.subList(0, limit));
        String next = PaymentCursor.behind(page.get(limit - 1), filter.sort()).text();
        return Optional.of(new PaymentPage(page, next));
    }

    public Optional<Payment> find(UUID id) {
        return Optional.ofNullable(entities.find(Payment.class, id));
    }

    /** The payment that an order would lead to; nothing is stored, and its reference and address are not known yet. */
    public Payment preview(PaymentOrder order) {
        PaymentIdentity unknown = new PaymentIdentity(UUID.randomUUID(), "OP-…", "…", profile.isLive());
        return Payment.intend(order, unknown, "", clock.instant());
    }

    /**
     * What can still be given back to the client at the gateway.
     *
     * @throws PaymentNotFound when there is none of this id
     */
    public Money refundable(UUID id) {
        return find(id).orElseThrow(() -> new PaymentNotFound(id)).refundable();
    }

    /** What can be done about a payment in its state. */
    public Set<PaymentAction> allowedActions(Payment payment) {
        return allowedActions(List.of(payment)).getOrDefault(payment.id(), Set.of());
    }

    /** The same of many payments. */
    public Map<UUID, Set<PaymentAction>> allowedActions(Collection<Payment> payments) {
        Set<UUID> busy = ledger.busy(payments.stream().map(Payment::id).toList());
        return payments.stream()
                .collect(Collectors.toMap(
                        Payment::id,
                        payment -> Arrays.stream(PaymentAction.values())
                                .filter(action -> policy.allows(payment, action, busy.contains(payment.id())))
                                .collect(Collectors.toCollection(() -> EnumSet.noneOf(PaymentAction.class)))));
    }

    /** What was asked of the gateway for a payment and is not done yet, with the trouble it is in. */
    public Optional<OperationView> openOperation(UUID id) {
        return ledger.openOperation(id).map(OperationView::of);
    }

    /** What is on its way to the client, or was refused, by the ids of these payments; the latest of each. */
    public Map<UUID, SendingView> sendings(Collection<UUID> ids) {
        Map<UUID, SendingView> latest = new HashMap<>();
        if (!ids.isEmpty()) {
            entities.createQuery(
                            "select o from Operation o where o.paymentId in :ids and o.state <> 'done'"
                                    + " and o.kind in ('create_link', 'create_invoice', 'send_invoice')"
                                    + " order by o.createdAt",
                            Operation.class)
                    .setParameter("ids", ids)
                    .getResultStream()
                    .forEach(operation -> latest.put(operation.paymentId(), operation.sending()));
        }
        return latest;
    }

    /** The history of a payment, oldest first. */
    public List<HistoryEntry> history(UUID id) {
        return entities.createQuery(
                        "select h from HistoryEntry h where h.paymentId = :id order by h.id", HistoryEntry.class)
                .setParameter("id", id)
                .getResultList();
    }
}
