package com.operatoros.payments.payment.operation;

import com.operatoros.payments.gateway.CallTerms;
import com.operatoros.payments.gateway.CustomerId;
import com.operatoros.payments.gateway.IntentId;
import com.operatoros.payments.gateway.InvoiceId;
import com.operatoros.payments.gateway.InvoiceRequest;
import com.operatoros.payments.gateway.LinkId;
import com.operatoros.payments.gateway.LinkRequest;
import com.operatoros.payments.gateway.ObjectKind;
import com.operatoros.payments.gateway.RefundRequest;
import com.operatoros.payments.gateway.SettlementRequest;
import com.operatoros.payments.payment.PaymentStatus;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step's input, all that it works with.
 *
 * @param request what was asked for, frozen
 * @param known the ids that earlier steps have brought, by the codes of their kinds
 * @param customer the client's entry among the customers, while the customer is being made
 */
record StepInput(
        UUID paymentId,
        PaymentStatus status,
        JsonObject request,
        JsonObject known,
        @Nullable Customer customer,
        CallTerms terms) {

    /** The same with another limit of time. */
    StepInput within(Duration limit) {
        CallTerms shorter = new CallTerms(terms.idempotencyKey(), terms.since(), limit);
        return new StepInput(paymentId, status, request, known, customer, shorter);
    }

    LinkRequest link() {
        return LinkRequest.fromJson(request);
    }

    InvoiceRequest invoice() {
        return InvoiceRequest.fromJson(request);
    }

    RefundRequest refund() {
        return RefundRequest.fromJson(request);
    }

    SettlementRequest settlement() {
        return SettlementRequest.fromJson(request);
    }

    /** The link over what is still to come, which takes the place of the one over all of it. */
    LinkRequest restLink() {
        return OperationRequests.restLink(request);
    }

    Set<IntentId> knownIntents() {
        return SettlementRequest.intents(request);
    }

    String recordId() {
        return id(ObjectKind.PAYMENT_RECORD);
    }

    /** Which part of a refund it is about. */
    int part() {
        return Operation.part(known);
    }

    LinkId linkId() {
        return new LinkId(id(ObjectKind.PAYMENT_LINK));
    }

    InvoiceId invoiceId() {
        return new InvoiceId(id(ObjectKind.INVOICE));
    }

    CustomerId customerId() {
        return new CustomerId(id(ObjectKind.CUSTOMER));
    }

    String customerEmail() {
        return entry().email();
    }

    UUID customerIntroducedBy() {
        return entry().introducedBy();
    }

    boolean knows(ObjectKind kind) {
        return known.containsKey(kind.code());
    }

    private Customer entry() {
        return Objects.requireNonNull(customer, "only the step that makes the customer needs the entry");
    }

    private String id(ObjectKind kind) {
        return known.getString(kind.code());
    }
}
