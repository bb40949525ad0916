package com.operatoros.payments.stripe;

import com.operatoros.payments.gateway.InvoiceId;
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

    PaymentAtStripe ask(InvoiceId id) throws StripeUnreachable {
        PaymentAtStripeBuilder atStripe = new PaymentAtStripeBuilder();
        Optional<Invoice> invoice = stripe.find(api -> api.invoices().retrieve(id.value()));
        if (invoice.isPresent()) {
            read(invoice.get(), atStripe);
            for (InvoicePayment payment :
                    stripe.all((api, after) -> api.invoicePayments().list(paymentsOf(id, after)))) {
                read(payment, atStripe);
            }
        }
        return atStripe.build();
    }

    private static InvoicePaymentListParams paymentsOf(InvoiceId invoice, @Nullable String after) {
        return InvoicePaymentListParams.builder()
                .setInvoice(invoice.value())
                .setLimit(StripeQuestions.PAGE)
                .setStartingAfter(after)
                .build();
    }

    private static void read(Invoice invoice, PaymentAtStripeBuilder atStripe) {
        Map<ObjectKind, String> ids = new EnumMap<>(ObjectKind.class);
        InvoiceReports.addIds(invoice, ids);
        atStripe.learn(ids);
        State state = state(invoice);
        atStripe.stands(state, invoice.getTotal(), invoice.getCurrency());
        switch (state) {
            case PAID -> {
                atStripe.hasMoney();
                tell("invoice.paid", invoice, atStripe);
            }
            case VOID -> tell("invoice.voided", invoice, atStripe);
            case UNCOLLECTIBLE -> tell("invoice.marked_uncollectible", invoice, atStripe);
            default -> {
                // Nothing has come to an end.
            }
        }
        if (invoice.getAmountOverpaid() != null && invoice.getAmountOverpaid() > 0) {
            tell("invoice.overpaid", invoice, atStripe);
        }
    }

    private static void tell(String type, Invoice invoice, PaymentAtStripeBuilder atStripe) {
        Instant at = movedAt(invoice);
        atStripe.tell(InvoiceReports.find(type, invoice, at), invoice.getId(), at);
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

    private void read(InvoicePayment payment, PaymentAtStripeBuilder atStripe) throws StripeUnreachable {
        Map<ObjectKind, String> ids = new EnumMap<>(ObjectKind.class);
        InvoiceReports.addIds(payment, ids);
        atStripe.learn(ids);
        Instant at = IntentAudit.time(payment.getCreated());
        if ("paid".equals(payment.getStatus())) {
            atStripe.tell(InvoiceReports.find("invoice_payment.paid", payment, at), payment.getId(), at);
        }
        String intentId = ids.get(ObjectKind.PAYMENT_INTENT);
        Optional<PaymentIntent> intent = intentId == null
                ? Optional.empty()
                : stripe.find(api -> api.paymentIntents().retrieve(intentId, WITH_CHARGE));
        if (intent.isPresent()) {
            intents.read(intent.get(), intents.happenedAt(intent.get()), atStripe);
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
