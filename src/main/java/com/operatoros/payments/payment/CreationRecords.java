package com.operatoros.payments.payment;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** The transactions of a creation, before and after the call of the gateway (rules P1 and P5). */
@Stateless
public class CreationRecords {

    static final String CREATE_LINK = "create_link";

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final long FIRST_FENCE = 1;

    @PersistenceContext(unitName = "payments")
    private EntityManager entities;

    @Inject
    private PaymentLedger ledger;

    @Inject
    private PaymentGateway gateway;

    @Inject
    private BillingProfile profile;

    @Inject
    private Event<PaymentNews> news;

    @Inject
    private Clock clock;

    /**
     * A creation that is committed and may be carried out.
     *
     * @param fence what the result must be recorded under
     */
    public record Begun(Payment payment, LinkRequest request, UUID operationId, String idempotencyKey, long fence) {}

    public Begun begin(PaymentOrder order, String admin) {
        Instant now = clock.instant();
        Payment payment = Payment.intend(order, PaymentIdentity.create(nextNumber(), gateway.isLive()), admin, now);
        LinkRequest request = LinkRequest.of(payment, withdrawnText());
        Lease lease = new Lease(profile.node(), now.plus(LEASE), FIRST_FENCE);
        Operation operation = new Operation(payment.id(), CREATE_LINK, request.toJson(), lease, now);
        entities.persist(payment);
        entities.flush();
        entities.persist(operation);
        ledger.write(new HistoryEntry(payment, HistoryKind.CREATED, Cause.admin(admin, now), "history.created", null)
                .moving(null, PaymentStatus.CREATING));
        news.fire(PaymentNews.of(payment, new PaymentNews.What.CreationMoved()));
        return new Begun(payment, operation.linkRequest(), operation.id(), operation.idempotencyKey(), FIRST_FENCE);
    }

    public Payment record(Begun begun, LinkOutcome outcome) {
        Payment payment = ledger.lock(begun.payment().id());
        Operation operation = entities.find(Operation.class, begun.operationId(), LockModeType.PESSIMISTIC_WRITE);
        if (operation == null || !operation.isHeldUnder(begun.fence())) {
            return payment;
        }
        if (outcome instanceof LinkOutcome.Created link) {
            recordLink(payment, operation, link);
        } else if (outcome instanceof LinkOutcome.Refused refused) {
            recordRefusal(payment, operation, refused.failure());
        } else if (outcome instanceof LinkOutcome.Unknown unknown) {
            recordUnknown(payment, operation, unknown.reason());
        }
        return payment;
    }

    private void recordLink(Payment payment, Operation operation, LinkOutcome.Created link) {
        Instant now = clock.instant();
        PaymentStatus before = payment.status();
        payment.linkCreated(link.linkId(), link.url());
        ledger.learn(payment, StripeObjectKind.PAYMENT_LINK, link.linkId());
        operation.done(now);
        ledger.write(new HistoryEntry(
                        payment,
                        before == payment.status() ? HistoryKind.FACT : HistoryKind.TRANSITION,
                        Cause.gateway(link.linkId(), now),
                        "history.link_created",
                        null)
                .moving(before, payment.status()));
        news.fire(PaymentNews.of(payment, new PaymentNews.What.CreationMoved()));
    }

    private void recordRefusal(Payment payment, Operation operation, Failure failure) {
        Instant now = clock.instant();
        PaymentStatus before = payment.status();
        payment.reject(failure);
        operation.refused(now, failure.message());
        HistoryKind kind = before == payment.status() ? HistoryKind.IGNORED : HistoryKind.TRANSITION;
        ledger.write(new HistoryEntry(payment, kind, Cause.gateway(null, now), "history.refused", failure.message())
                .moving(before, payment.status()));
        news.fire(PaymentNews.of(payment, new PaymentNews.What.CreationMoved()));
    }

    private void recordUnknown(Payment payment, Operation operation, String reason) {
        operation.unknown(reason);
        ledger.write(new HistoryEntry(
                payment, HistoryKind.FACT, Cause.gateway(null, clock.instant()), "history.creation_unknown", reason));
        if (payment.status() == PaymentStatus.CREATING) {
            news.fire(PaymentNews.of(payment, new PaymentNews.What.CreationUnknown()));
        }
    }

    private long nextNumber() {
        return ((Number) entities.createNativeQuery("select nextval('payment_reference')")
                        .getSingleResult())
                .longValue();
    }

    private String withdrawnText() {
        return profile.businessName().isEmpty()
                ? "This payment has been completed or withdrawn."
                : "This payment has been completed or withdrawn. Please ask " + profile.businessName() + ".";
    }
}
