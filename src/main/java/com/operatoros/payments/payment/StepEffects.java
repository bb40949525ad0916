package com.operatoros.payments.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the outcome of a step means for the locked payment; it joins the transaction that records it. */
@ApplicationScoped
class StepEffects {

    /** After so long somebody should know. */
    static final Duration PATIENCE = Duration.ofHours(1);

    private static final Failure PAID_MEANWHILE =
            new Failure("paid_meanwhile", "The payment that it was to replace has been paid meanwhile.");

    @PersistenceContext(unitName = "payments")
    private EntityManager entities;

    @Inject
    private PaymentLedger ledger;

    @Inject
    private PaymentReports reports;

    @Inject
    private Event<PaymentNews> news;

    @Inject
    private Clock clock;

    void learn(Payment payment, Operation operation, StripeObjectKind kind, String id) {
        operation.learn(kind, id);
        reports.learn(payment, kind, id, null);
    }

    void done(Payment payment, Operation operation, Learnt learnt) {
        switch (operation.step()) {
            case CREATE_LINK -> payable(payment, operation, learnt, "history.link_created");
            case FINALIZE_INVOICE -> payable(payment, operation, learnt, "history.invoice_opened");
            case SEND_INVOICE -> mailed(payment, operation);
            case EXPIRE_SESSIONS, VOID_INVOICE -> canceled(payment, operation);
            case PAY_OUT_OF_BAND -> paidOutside(payment, operation, learnt);
            case ACTIVATE_LINK -> fact(payment, HistoryKind.FACT, "history.link_restored", null);
            case REFUND, CREDIT -> refunded(payment, operation, learnt);
            case ALLOW_ANOTHER -> fact(payment, HistoryKind.FACT, "history.link_reopened", null);
            case DISCARD_INVOICE -> fact(payment, HistoryKind.FACT, "history.draft_discarded", null);
            case CREATE_CUSTOMER, CREATE_DRAFT, ADD_ITEM, NAME_CUSTOMER, DEACTIVATE_LINK -> {
                // Steps on the way, of which nobody but the operation needs to know.
            }
        }
    }

    private void payable(Payment payment, Operation operation, Learnt learnt, String textKey) {
        Instant now = clock.instant();
        PaymentStatus before = payment.status();
        payment.opened(learnt, now);
        HistoryKind kind = before == payment.status() ? HistoryKind.FACT : HistoryKind.TRANSITION;
        String evidence = learnt.ids().containsKey(StripeObjectKind.INVOICE)
                ? learnt.ids().get(StripeObjectKind.INVOICE)
                : learnt.ids().get(StripeObjectKind.PAYMENT_LINK);
        ledger.write(new HistoryEntry(payment, kind, Cause.gateway(evidence, now), textKey, learnt.number())
                .moving(before, payment.status()));
        tell(
                payment,
                new PaymentNews.What.Payable(operation.request().getBoolean("mailed_by_us", payment.sendsEmail())));
    }

    private void mailed(Payment payment, Operation operation) {
        payment.mailedByGateway(clock.instant());
        fact(payment, HistoryKind.MAIL, "history.invoice_sent", payment.clientEmail());
        tell(payment, new PaymentNews.What.CreationMoved());
    }

    private void canceled(Payment payment, Operation operation) {
        reports.withdrawn(payment, cause(payment, operation));
    }

    private void paidOutside(Payment payment, Operation operation, Learnt learnt) {
        Instant at = learnt.happenedAt() == null ? clock.instant() : learnt.happenedAt();
        reports.paidOutside(payment, at, cause(payment, operation));
    }

    private void refunded(Payment payment, Operation operation, Learnt learnt) {
        RefundReport refund = Objects.requireNonNull(learnt.refund(), "the gateway tells the refund that it made");
        learnt.ids().forEach((kind, id) -> reports.learn(payment, kind, id, refund.intentId()));
        RefundRequest asked = RefundRequest.fromJson(operation.request());
        reports.report(
                payment,
                refund.because(asked.reason()),
                Cause.admin(operation.actor(), refund.refundId(), clock.instant()));
    }

    private Cause cause(Payment payment, Operation operation) {
        return Cause.admin(operation.actor(), evidence(payment), clock.instant());
    }

    /** Tells a refusal, and clears away what the steps before have made. */
    void refused(Payment payment, Operation operation, Failure failure) {
        operation.refused(clock.instant(), failure.message());
        entities.flush();
        if (operation.step() == Step.SEND_INVOICE) {
            fact(payment, HistoryKind.MAIL, "history.invoice_not_sent", failure.message());
            tell(payment, new PaymentNews.What.MailRefused(operation.id(), failure.message()));
        } else if (operation.kind().isCreation()) {
            rejected(payment, failure);
            discard(payment, operation);
        } else {
            String key = Operation.part(operation.known()) > 0
                    ? "history.refunded_in_part"
                    : "history.not_" + operation.kind().code();
            fact(payment, HistoryKind.ACTION, key, failure.message());
            restore(payment, operation);
            tell(payment, new PaymentNews.What.CreationMoved());
        }
        successors(operation.id()).forEach(successor -> refuse(payment, successor, failure));
    }

    private void rejected(Payment payment, Failure failure) {
        PaymentStatus before = payment.status();
        payment.reject(failure);
        HistoryKind kind = before == payment.status() ? HistoryKind.IGNORED : HistoryKind.TRANSITION;
        Cause cause = Cause.gateway(null, clock.instant());
        ledger.write(new HistoryEntry(payment, kind, cause, "history.refused", failure.message())
                .moving(before, payment.status()));
        tell(payment, new PaymentNews.What.CreationMoved());
    }

    private void discard(Payment payment, Operation refused) {
        if (refused.known().containsKey(StripeObjectKind.INVOICE.code())) {
            Operation discard = new Operation(
                    payment.id(), OperationKind.DISCARD_INVOICE, 1, refused.request(), "stripe", clock.instant());
            String invoice = refused.known().getString(StripeObjectKind.INVOICE.code());
            discard.learn(StripeObjectKind.INVOICE, invoice);
            entities.persist(discard);
        }
    }

    /** A link that was not withdrawn after all is switched on again: the payment that is under way may fail. */
    private void restore(Payment payment, Operation refused) {
        if (refused.step() == Step.EXPIRE_SESSIONS) {
            Operation restore = new Operation(
                    payment.id(),
                    OperationKind.RESTORE_LINK,
                    refused.serial(),
                    refused.request(),
                    "stripe",
                    clock.instant());
            payment.stripe()
                    .find(StripeObjectKind.PAYMENT_LINK)
                    .ifPresent(link -> restore.learn(StripeObjectKind.PAYMENT_LINK, link));
            entities.persist(restore);
        }
    }

    /** Notes trouble once in the history; after an hour of it the admin is told. */
    void unknown(Payment payment, Operation operation, StepOutcome.Unknown unknown) {
        Instant now = clock.instant();
        if (operation.lastError().isEmpty()) {
            String key = payment.status() == PaymentStatus.CREATING ? "creation_unknown" : "operation_unknown";
            fact(payment, HistoryKind.FACT, "history." + key, unknown.reason());
        }
        operation.failed(unknown, now);
        if (payment.status() == PaymentStatus.CREATING) {
            tell(payment, new PaymentNews.What.CreationUnknown());
        }
        if (operation.raiseAlarm(now, PATIENCE)) {
            tell(
                    payment,
                    new PaymentNews.What.OperationStuck(
                            operation.id(), operation.kind().code(), unknown.reason()));
        }
    }

    /** Lets those proceed that waited for this one, unless money arrived instead of the cancel. */
    void finished(Payment payment, Operation operation) {
        for (Operation successor : successors(operation.id())) {
            if (payment.status() == PaymentStatus.CANCELED) {
                successor.proceed(clock.instant());
            } else {
                refuse(payment, successor, PAID_MEANWHILE);
            }
        }
    }

    /** The old payment stands, so nothing takes its place. */
    private void refuse(Payment old, Operation successor, Failure failure) {
        successor.refused(clock.instant(), failure.message());
        old.keepInstead();
        rejected(ledger.lock(successor.paymentId()), failure);
    }

    List<Operation> successors(UUID operationId) {
        return entities.createQuery("select o from Operation o where o.afterId = :id", Operation.class)
                .setParameter("id", operationId)
                .getResultList();
    }

    private void fact(Payment payment, HistoryKind kind, String textKey, @Nullable String value) {
        ledger.write(
                new HistoryEntry(payment, kind, Cause.gateway(evidence(payment), clock.instant()), textKey, value));
    }

    private static @Nullable String evidence(Payment payment) {
        String invoice = payment.stripe().invoice();
        return invoice == null ? payment.stripe().paymentLink() : invoice;
    }

    private void tell(Payment payment, PaymentNews.What what) {
        news.fire(PaymentNews.of(payment, what));
    }
}
