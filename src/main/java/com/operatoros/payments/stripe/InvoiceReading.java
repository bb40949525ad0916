package com.operatoros.payments.stripe;

import com.google.gson.JsonParser;
import com.operatoros.payments.code.Coded;
import com.operatoros.payments.gateway.CallOutcome;
import com.operatoros.payments.gateway.Failure;
import com.operatoros.payments.gateway.GatewayAnswer;
import com.operatoros.payments.gateway.InvoiceId;
import com.operatoros.payments.gateway.InvoiceReport;
import com.operatoros.payments.gateway.InvoiceState;
import com.operatoros.payments.gateway.ObjectKind;
import com.operatoros.payments.money.Money;
import com.stripe.model.Event;
import com.stripe.model.Invoice;
import com.stripe.model.InvoicePayment;
import com.stripe.param.InvoiceRetrieveParams;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads from an invoice whether the steps that lead to it are done. */
final class InvoiceReading {

    private InvoiceReading() {}

    /** The intent, which the events of the invoice do not carry. */
    static InvoiceRetrieveParams withPayments() {
        return InvoiceRetrieveParams.builder().addExpand("payments").build();
    }

    /** How it stands; nothing where a field that decides is missing or makes no sense. */
    static Optional<InvoiceReport> report(Invoice invoice, Instant toldAt) {
        Optional<InvoiceState> state = Coded.find(InvoiceState.class, String.valueOf(invoice.getStatus()));
        Optional<InvoiceReport.Sums> sums = InvoiceAmounts.read(invoice);
        if (AttemptReading.isMissing(invoice.getId()) || state.isEmpty() || sums.isEmpty()) {
            return Optional.empty();
        }
        Invoice.StatusTransitions moves = invoice.getStatusTransitions();
        boolean isPaid = state.get() == InvoiceState.PAID;
        boolean isWrittenOff =
                state.get() == InvoiceState.UNCOLLECTIBLE || moves != null && moves.getMarkedUncollectibleAt() != null;
        return Optional.of(new InvoiceReport(
                new InvoiceId(invoice.getId()),
                InvoiceId.orNull(InvoiceReports.revises(invoice).orElse(null)),
                InvoiceId.orNull(invoice.getLatestRevision()),
                state.get(),
                sums.get(),
                new InvoiceReport.Pages(
                        StripeText.clean(invoice.getNumber()), invoice.getHostedInvoiceUrl(), invoice.getInvoicePdf()),
                isWrittenOff,
                isPaid ? InvoiceReports.paidAt(invoice).orElse(toldAt) : null,
                toldAt));
    }

    /** When it last moved; what it says then counts until an event says more. */
    static Instant movedAt(Invoice invoice) {
        Invoice.StatusTransitions moves = invoice.getStatusTransitions();
        Stream<@Nullable Long> times = moves == null
                ? Stream.of(invoice.getCreated())
                : Stream.of(
                        invoice.getCreated(),
                        moves.getFinalizedAt(),
                        moves.getPaidAt(),
                        moves.getVoidedAt(),
                        moves.getMarkedUncollectibleAt());
        return IntentAudit.time(
                times.filter(Objects::nonNull).max(Comparator.naturalOrder()).orElse(null));
    }

    /** Whether it can be paid, over the amount that was asked for; what a discount of the client takes off is known as such. */
    static CallOutcome opened(Invoice invoice, Money asked) {
        if ("draft".equals(invoice.getStatus())) {
            return new CallOutcome.NotDone();
        }
        Optional<InvoiceReport> report = report(invoice, movedAt(invoice));
        boolean isAsAsked = report.map(InvoiceReport::sums)
                .filter(sums -> sums.total() + sums.discounted() == asked.minor())
                .filter(sums -> asked.currency().code().equals(sums.currency()))
                .isPresent();
        if (!isAsAsked) {
            return new CallOutcome.Refused(
                    new Failure("total_mismatch", "The total of the invoice is not what was asked for."));
        }
        Optional<String> intent = intent(invoice);
        // What is too little to be charged is settled at once, without an intent.
        boolean isWhole = intent.isPresent() || "paid".equals(invoice.getStatus());
        if (invoice.getHostedInvoiceUrl() == null || invoice.getNumber() == null || !isWhole) {
            return CallOutcome.unknown("Stripe answered without the invoice's address, number or intent");
        }
        GatewayAnswer answer = GatewayAnswer.invoice(report.get());
        return new CallOutcome.Done(
                intent.map(id -> answer.and(ObjectKind.PAYMENT_INTENT, id)).orElse(answer));
    }

    static CallOutcome addresses(Invoice invoice) {
        return report(invoice, movedAt(invoice))
                .filter(report -> report.pages().url() != null)
                .map(GatewayAnswer::invoice)
                .<CallOutcome>map(CallOutcome.Done::new)
                .orElseGet(() -> CallOutcome.unknown("Stripe answered without the invoice's address"));
    }

    /** One that was edited is void as well, and nobody has withdrawn what took its place. */
    static CallOutcome withdrawn(Invoice invoice) {
        if (!"void".equals(invoice.getStatus())) {
            return new CallOutcome.NotDone();
        }
        return invoice.getLatestRevision() == null
                ? new CallOutcome.Done(GatewayAnswer.nothing())
                : new CallOutcome.Refused(new Failure(
                        "revised_meanwhile", "The invoice has just been edited at Stripe. Look at it once more."));
    }

    static CallOutcome paid(Invoice invoice) {
        return "paid".equals(invoice.getStatus())
                ? new CallOutcome.Done(
                        InvoiceReports.paidAt(invoice).map(GatewayAnswer::at).orElseGet(GatewayAnswer::nothing))
                : new CallOutcome.NotDone();
    }

    /** Whether the event's object is this invoice, whatever version it is rendered in. */
    static boolean isAbout(Event event, InvoiceId invoiceId) {
        String object = event.getDataObjectDeserializer().getRawJson();
        return object != null
                && JsonParser.parseString(object)
                        .getAsJsonObject()
                        .get("id")
                        .getAsString()
                        .equals(invoiceId.value());
    }

    private static Optional<String> intent(Invoice invoice) {
        List<InvoicePayment> payments = invoice.getPayments() == null
                ? List.of()
                : invoice.getPayments().getData();
        return payments.stream()
                .map(InvoicePayment::getPayment)
                .filter(payment -> payment != null && payment.getPaymentIntent() != null)
                .map(InvoicePayment.Payment::getPaymentIntent)
                .findFirst();
    }
}
