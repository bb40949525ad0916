package com.operatoros.payments.payment.operation;

import com.operatoros.payments.gateway.CallOutcome;
import com.operatoros.payments.gateway.Failure;
import com.operatoros.payments.gateway.GatewayAnswer;
import com.operatoros.payments.gateway.ObjectKind;
import com.operatoros.payments.gateway.PaymentGateway;
import com.operatoros.payments.gateway.RefundRequest;
import com.operatoros.payments.gateway.SettlementRequest;
import com.operatoros.payments.money.Money;
import com.operatoros.payments.payment.HistoryEntry;
import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.PaymentChanged;
import com.operatoros.payments.payment.PaymentRecorder;
import com.operatoros.payments.payment.PaymentReports;
import com.operatoros.payments.payment.PaymentStatus;
import com.operatoros.payments.payment.PaymentStore;
import com.operatoros.payments.text.Message;
import com.operatoros.payments.text.Messages;
import com.operatoros.payments.text.Value;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Carries over to the locked payment what the outcome of a step means; it joins the transaction that records it. Long since each
 * end of a step is told here.
 */
@ApplicationScoped
class StepEffects {
    /** After so long somebody should know. */
    static final Duration PATIENCE = Duration.ofHours(1);

    private static final Failure PAID_MEANWHILE =
            new Failure("paid_meanwhile", "The payment that it was to replace has been paid meanwhile.");

    @PersistenceContext(unitName = "payments")
    private EntityManager entities;

    @Inject
    private PaymentStore store;

    @Inject
    private PaymentReports reports;

    @Inject
    private PaymentRecorder recorder;

    @Inject
    private Operations operations;

    @Inject
    private PaymentGateway gateway;

    @Inject
    private Clock clock;

    void learn(Payment payment, Operation operation, ObjectKind kind, String id) {
        operation.learn(kind, id);
        reports.learn(payment, kind, id, null);
    }

    void done(Payment payment, Operation operation, GatewayAnswer answer) {
        switch (operation.step()) {
            case CREATE_LINK -> opened(payment, operation, answer, Message.of("history.link_created"));
            case FINALIZE_INVOICE -> opened(payment, operation, answer, invoiceOpened(answer));
            case SEND_INVOICE -> recorder.mailedByGateway(payment);
            case VOID_INVOICE -> recorder.withdrawn(payment, operation.actor());
            case EXPIRE_SESSIONS -> closed(payment, operation);
            case DEACTIVATE_LINK -> switchedOff(payment, operation);
            case ATTACH_PAYMENT ->
                paidOutside(payment, operation, operation.known().getString(ObjectKind.PAYMENT_RECORD.code()));
            case WAIVE_REST -> accepted(payment, operation);
            case CREATE_REST_LINK ->
                recorder.relinked(
                        payment,
                        answer,
                        OperationRequests.restLink(operation.request()).amount());
            case PAY_OUT_OF_BAND ->
                recorder.paidOutside(
                        payment,
                        operation.known().getString(ObjectKind.INVOICE.code()),
                        null,
                        answer.happenedAt(),
                        operation.actor());
            case REFUND, CREDIT -> {
                String reason = RefundRequest.fromJson(operation.request()).reason();
                recorder.refunded(payment, answer, reason, operation.actor());
            }
            case ACTIVATE_LINK -> recorder.note(payment, HistoryEntry.Kind.FACT, Message.of("history.link_restored"));
            case ALLOW_ANOTHER -> reopened(payment, answer);
            case DISCARD_INVOICE ->
                recorder.note(payment, HistoryEntry.Kind.FACT, Message.of("history.draft_discarded"));
            case CREATE_CUSTOMER, CREATE_DRAFT, ADD_ITEM, NAME_CUSTOMER, REPORT_PAYMENT -> {
                // Steps on the way, of which nobody but the operation needs to know.
            }
        }
    }

    /** Nobody can pay the link any more: it was withdrawn, or the money came elsewhere. */
    private void closed(Payment payment, Operation operation) {
        if (operation.kind() == OperationKind.CANCEL_LINK) {
            recorder.withdrawn(payment, operation.actor());
        } else {
            paidOutside(payment, operation, operation.id().toString());
        }
    }

    private void switchedOff(Payment payment, Operation operation) {
        if (operation.kind() == OperationKind.ACCEPT_LINK) {
            accepted(payment, operation);
        }
    }

    /** One that took payments all the time, as one that has taken the place of another, needed nothing. */
    private void reopened(Payment payment, GatewayAnswer answer) {
        if (answer.ids().containsKey(ObjectKind.PAYMENT_LINK)) {
            recorder.note(payment, HistoryEntry.Kind.FACT, Message.of("history.link_reopened"));
        }
    }

    private void accepted(Payment payment, Operation operation) {
        long minor = operation.request().getJsonNumber(OperationRequests.KEPT).longValueExact();
        recorder.accepted(payment, minor, operation.actor());
    }

    private void paidOutside(Payment payment, Operation operation, String of) {
        Money amount = SettlementRequest.fromJson(operation.request()).amount();
        recorder.paidOutside(payment, of, amount, null, operation.actor());
    }

    private void opened(Payment payment, Operation operation, GatewayAnswer answer, Message message) {
        boolean isOurMail =
                operation.request().getBoolean("mailed_by_us", payment.bill().sendsEmail());
        recorder.opened(payment, answer, message, isOurMail);
    }

    private static Message invoiceOpened(GatewayAnswer answer) {
        return Message.of("history.invoice_opened", String.valueOf(answer.number()));
    }

    /** Tells a refusal, and clears away what the steps before have made. */
    void refused(Payment payment, Operation operation, Failure failure) {
        operation.refused(clock.instant(), failure.message());
        entities.flush();
        if (operation.step() == Step.SEND_INVOICE) {
            recorder.note(payment, HistoryEntry.Kind.MAIL, Message.of("history.invoice_not_sent", words(failure)));
            recorder.tell(new PaymentChanged.MailRefused(payment, operation.id(), Message.quote(failure.message())));
        } else if (operation.kind().isCreation()) {
            recorder.rejected(payment, failure);
            operations.discard(payment, operation);
        } else {
            String key = Operation.part(operation.known()) > 0
                    ? "history.refunded_in_part"
                    : "history.not_" + operation.kind().code();
            recorder.note(payment, HistoryEntry.Kind.ACTION, Message.of(key, words(failure)));
            operations.restore(payment, operation);
            recorder.touched(payment);
        }
        Message why = Message.of("history.refused", words(failure));
        successors(operation.id()).forEach(successor -> refuse(payment, successor, failure, why));
    }

    /** Nobody tries it again; a payment that was being created is withdrawn by whoever gives it up. */
    void givenUp(Payment payment, Operation operation) {
        Failure failure = new Failure(null, operation.lastError().orElse(""));
        if (payment.status() == PaymentStatus.CREATING) {
            operation.refused(clock.instant(), failure.message());
            entities.flush();
            operations.discard(payment, operation);
        } else {
            refused(payment, operation, failure);
        }
    }

    /** Tells what the key lacks, at once and once for each key; with this key nothing is tried again. */
    void denied(Payment payment, Operation operation, CallOutcome.Denied denied) {
        String permission = denied.permission();
        Message message = permission == null ? Message.of("denied.key") : Message.of("denied.permission", permission);
        recorder.note(payment, HistoryEntry.Kind.FACT, message);
        operation.denied(message.in(Messages.english()), gateway.keyMark(), clock.instant());
        String fact = gateway.keyMark() + ":" + permission;
        recorder.tell(new PaymentChanged.KeyDenied(payment, fact, message));
    }

    /** Notes trouble once in the history; after an hour of it the admin is told. */
    void unknown(Payment payment, Operation operation, CallOutcome.Unknown unknown) {
        Instant now = clock.instant();
        boolean isCreating = payment.status() == PaymentStatus.CREATING;
        if (operation.lastError().isEmpty()) {
            String key = isCreating ? "history.creation_unknown" : "history.operation_unknown";
            recorder.note(payment, HistoryEntry.Kind.FACT, Message.of(key, unknown.reason()));
        }
        operation.failed(unknown, now);
        if (isCreating) {
            recorder.tell(new PaymentChanged.CreationUnknown(payment));
        }
        if (operation.raiseAlarm(now, PATIENCE)) {
            recorder.tell(new PaymentChanged.OperationStuck(
                    payment, operation.id(), operation.kind().code(), unknown.reason()));
        }
    }

    /** Lets those proceed that waited for this one, unless money arrived instead of the cancel. */
    void finished(Payment payment, Operation operation) {
        for (Operation successor : successors(operation.id())) {
            if (payment.status() == PaymentStatus.CANCELED) {
                successor.proceed(clock.instant());
            } else {
                refuse(payment, successor, PAID_MEANWHILE, Message.of("refusal.paid_meanwhile"));
            }
        }
    }

    private static Value words(Failure failure) {
        return Value.refusal(failure.code(), failure.message());
    }

    /** The old payment stands, so nothing takes its place. */
    private void refuse(Payment old, Operation successor, Failure failure, Message why) {
        successor.refused(clock.instant(), failure.message());
        recorder.keptInstead(old);
        recorder.rejected(store.lock(successor.paymentId()), failure, why);
    }

    List<Operation> successors(UUID operationId) {
        return entities.createQuery("select o from Operation o where o.afterId = :id", Operation.class)
                .setParameter("id", operationId)
                .getResultList();
    }
}
