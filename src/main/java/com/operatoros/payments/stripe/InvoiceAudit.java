package com.operatoros.payments.stripe;

import com.operatoros.payments.gateway.GatewayReport;
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
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /** Of an invoice that was edited the one is asked about that took its place. */
    PaymentAtStripe ask(InvoiceId id) throws StripeUnreachable {
        PaymentAtStripeBuilder atStripe = new PaymentAtStripeBuilder(stripe.now());
        Set<String> asked = new HashSet<>();
        String next = id.value();
        while (next != null && asked.add(next)) {
            next = read(next, atStripe);
        }
        return atStripe.build();
    }

    /** The invoice that has taken the place of this one; null when none has. */
    private @Nullable String read(String id, PaymentAtStripeBuilder atStripe) throws StripeUnreachable {
        Optional<Invoice> invoice = stripe.find(api -> api.invoices().retrieve(id));
        if (invoice.isEmpty()) {
            return null;
        }
        read(invoice.get(), atStripe);
        for (InvoicePayment payment :
                stripe.all((api, after) -> api.invoicePayments().list(paymentsOf(new InvoiceId(id), after)))) {
            read(payment, atStripe);
        }
        return invoice.get().getLatestRevision();
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
        atStripe.stands(state, InvoiceAmounts.ordered(invoice), invoice.getCurrency());
        if (state == State.PAID) {
            atStripe.hasMoney();
        }
        Instant at = InvoiceReading.movedAt(invoice);
        Optional<GatewayReport> stands = InvoiceReading.report(invoice, atStripe.askedAt())
                .<GatewayReport>map(report -> new GatewayReport.InvoiceStands(report, null, null));
        atStripe.tell(stands.or(() -> Optional.of(new GatewayReport.Unclear())), invoice.getId(), at);
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
