package com.operatoros.payments.stripe;

import com.google.gson.JsonParser;
import com.operatoros.payments.gateway.CallOutcome;
import com.operatoros.payments.gateway.Failure;
import com.operatoros.payments.gateway.GatewayAnswer;
import com.operatoros.payments.gateway.InvoiceId;
import com.operatoros.payments.gateway.ObjectKind;
import com.operatoros.payments.money.Money;
import com.stripe.model.Event;
import com.stripe.model.Invoice;
import com.stripe.model.InvoicePayment;
import com.stripe.param.InvoiceRetrieveParams;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads from an invoice whether the steps that lead to it are done. */
final class InvoiceReading {

    private InvoiceReading() {}

    /** The intent, which the events of the invoice do not carry. */
    static InvoiceRetrieveParams withPayments() {
        return InvoiceRetrieveParams.builder().addExpand("payments").build();
    }

    /** Whether it can be paid, over the amount that was asked for. */
    static CallOutcome opened(Invoice invoice, Money asked) {
        if ("draft".equals(invoice.getStatus())) {
            return new CallOutcome.NotDone();
        }
        boolean isAsAsked = invoice.getTotal() != null
                && invoice.getTotal() == asked.minor()
                && asked.currency().code().equals(invoice.getCurrency());
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
        GatewayAnswer answer = answer(invoice);
        return new CallOutcome.Done(
                intent.map(id -> answer.and(ObjectKind.PAYMENT_INTENT, id)).orElse(answer));
    }

    static CallOutcome addresses(Invoice invoice) {
        return invoice.getHostedInvoiceUrl() == null
                ? CallOutcome.unknown("Stripe answered without the invoice's address")
                : new CallOutcome.Done(answer(invoice));
    }

    static CallOutcome withdrawn(Invoice invoice) {
        return "void".equals(invoice.getStatus())
                ? new CallOutcome.Done(GatewayAnswer.nothing())
                : new CallOutcome.NotDone();
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

    private static GatewayAnswer answer(Invoice invoice) {
        return new GatewayAnswer(
                Map.of(ObjectKind.INVOICE, invoice.getId()),
                invoice.getNumber(),
                invoice.getHostedInvoiceUrl(),
                invoice.getInvoicePdf(),
                null);
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
