package com.operatoros.payments.stripe;

import com.operatoros.payments.gateway.ObjectKind;
import com.operatoros.payments.stripe.PaymentAtStripe.State;
import com.stripe.model.Invoice;
import com.stripe.model.InvoicePayment;
import com.stripe.model.PaymentIntent;
import com.stripe.param.InvoicePaymentListParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks how an invoice stands: the invoice, its payments, their intents. */
@ApplicationScoped
class InvoiceAudit {

    private static final PaymentIntentRetrieveParams WITH_CHARGE =
            PaymentIntentRetrieveParams.builder().addExpand("latest_charge").build();

    @Inject
    private StripeQuestions stripe;

    @Inject
    private IntentAudit intents;

    PaymentAtStripe ask(String invoiceId) throws StripeUnreachable {
        PaymentAtStripeBuilder findings = new PaymentAtStripeBuilder();
        Optional<Invoice> invoice = stripe.find(api -> api.invoices().retrieve(invoiceId));
        if (invoice.isPresent()) {
            read(invoice.get(), findings);
            for (InvoicePayment payment :
                    stripe.all((api, after) -> api.invoicePayments().list(paymentsOf(invoiceId, after)))) {
                read(payment, findings);
            }
        }
        return findings.standing();
    }

    private static InvoicePaymentListParams paymentsOf(String invoiceId, @Nullable String after) {
        return InvoicePaymentListParams.builder()
                .setInvoice(invoiceId)
                .setLimit(StripeQuestions.PAGE)
                .setStartingAfter(after)
                .build();
    }

    private static void read(Invoice invoice, PaymentAtStripeBuilder findings) {
        Map<ObjectKind, String> ids = new EnumMap<>(ObjectKind.class);
        InvoiceReports.addIds(invoice, ids);
        findings.learn(ids);
        State state = state(invoice);
        findings.stands(state, invoice.getTotal(), invoice.getCurrency());
        switch (state) {
            case PAID -> {
                findings.hasMoney();
                tell("invoice.paid", invoice, findings);
            }
            case VOID -> tell("invoice.voided", invoice, findings);
            case UNCOLLECTIBLE -> tell("invoice.marked_uncollectible", invoice, findings);
            default -> {
                // Nothing has come to an end.
            }
        }
        if (invoice.getAmountOverpaid() != null && invoice.getAmountOverpaid() > 0) {
            tell("invoice.overpaid", invoice, findings);
        }
    }

    private static void tell(String type, Invoice invoice, PaymentAtStripeBuilder findings) {
        Instant at = movedAt(invoice);
        findings.tell(InvoiceReports.find(type, invoice, at), invoice.getId(), at);
    }

    private static Instant movedAt(Invoice invoice) {
        Invoice.StatusTransitions moves = invoice.getStatusTransitions();
        if (moves == null) {
            return IntentAudit.time(invoice.getCreated());
        }
        return IntentAudit.time(
                latest(invoice.getCreated(), moves.getPaidAt(), moves.getVoidedAt(), moves.getMarkedUncollectibleAt()));
    }

    private static @Nullable Long latest(@Nullable Long... times) {
        Long latest = null;
        for (Long time : times) {
            latest = latest == null || (time != null && time > latest) ? time : latest;
        }
        return latest;
    }

    private void read(InvoicePayment payment, PaymentAtStripeBuilder findings) throws StripeUnreachable {
        Map<ObjectKind, String> ids = new EnumMap<>(ObjectKind.class);
        InvoiceReports.addIds(payment, ids);
        findings.learn(ids);
        Instant at = IntentAudit.time(payment.getCreated());
        if ("paid".equals(payment.getStatus())) {
            findings.tell(InvoiceReports.find("invoice_payment.paid", payment, at), payment.getId(), at);
        }
        String intentId = ids.get(ObjectKind.PAYMENT_INTENT);
        Optional<PaymentIntent> intent = intentId == null
                ? Optional.empty()
                : stripe.find(api -> api.paymentIntents().retrieve(intentId, WITH_CHARGE));
        if (intent.isPresent()) {
            intents.read(intent.get(), intents.happenedAt(intent.get()), findings);
        }
    }

    private static State state(Invoice invoice) {
        return switch (String.valueOf(invoice.getStatus())) {
            case "draft" -> State.DRAFT;
            case "open" -> State.OPEN;
            case "paid" -> State.PAID;
            case "void" -> State.VOID;
            case "uncollectible" -> State.UNCOLLECTIBLE;
            default -> State.OTHER;
        };
    }
}
