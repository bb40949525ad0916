package com.operatoros.payments.stripe;

import com.operatoros.payments.gateway.CallOutcome;
import com.operatoros.payments.gateway.CallTerms;
import com.operatoros.payments.gateway.CustomerId;
import com.operatoros.payments.gateway.GatewayAnswer;
import com.operatoros.payments.gateway.InvoiceGateway;
import com.operatoros.payments.gateway.InvoiceId;
import com.operatoros.payments.gateway.InvoiceRequest;
import com.operatoros.payments.gateway.ObjectKind;
import com.stripe.exception.InvalidRequestException;
import com.stripe.model.Customer;
import com.stripe.model.Invoice;
import com.stripe.model.InvoiceItem;
import com.stripe.param.CustomerListParams;
import com.stripe.param.CustomerUpdateParams;
import com.stripe.param.EventListParams;
import com.stripe.param.InvoiceFinalizeInvoiceParams;
import com.stripe.param.InvoiceItemListParams;
import com.stripe.param.InvoiceListParams;
import com.stripe.param.InvoicePayParams;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Invoices and their customers at Stripe. Long since each call of the gateway has its parameters and its check here,
 * and most of them a look-up beside it.
 */
@ApplicationScoped
class StripeInvoices implements InvoiceGateway {

    private static final long PAGE = 100;
    private static final long CLOCK_SKEW_SECONDS = 600;

    @Inject
    private StripeCalls calls;

    @Override
    public CallOutcome createCustomer(String email, UUID introducedBy, CallTerms terms) {
        return calls.write(
                terms,
                (client, options) -> made(
                        ObjectKind.CUSTOMER,
                        client.v1()
                                .customers()
                                .create(InvoiceParams.customer(email, introducedBy), options)
                                .getId()));
    }

    @Override
    public CallOutcome findCustomer(String email, UUID introducedBy, CallTerms terms) {
        CustomerListParams ofEmail =
                CustomerListParams.builder().setEmail(email).setLimit(PAGE).build();
        return calls.read(
                terms,
                (client, options) -> found(
                        client.v1().customers().list(ofEmail, options).autoPagingIterable(null, options),
                        customer -> Metadata.isOf(customer.getMetadata(), introducedBy),
                        customer -> made(ObjectKind.CUSTOMER, customer.getId())));
    }

    @Override
    public CallOutcome nameCustomer(CustomerId customerId, String name, CallTerms terms) {
        CustomerUpdateParams params =
                CustomerUpdateParams.builder().setName(InvoiceParams.name(name)).build();
        return calls.write(terms, (client, options) -> {
            Customer customer = client.v1().customers().update(customerId.value(), params, options);
            return made(ObjectKind.CUSTOMER, customer.getId());
        });
    }

    @Override
    public CallOutcome draft(InvoiceRequest request, CustomerId customerId, CallTerms terms) {
        return calls.write(
                terms,
                (client, options) -> made(
                        ObjectKind.INVOICE,
                        client.v1()
                                .invoices()
                                .create(InvoiceParams.draft(request, customerId), options)
                                .getId()));
    }

    @Override
    public CallOutcome findDraft(InvoiceRequest request, CustomerId customerId, CallTerms terms) {
        InvoiceListParams since = InvoiceListParams.builder()
                .setCustomer(customerId.value())
                .setCreated(InvoiceListParams.Created.builder()
                        .setGte(terms.since().getEpochSecond() - CLOCK_SKEW_SECONDS)
                        .build())
                .setLimit(PAGE)
                .build();
        return calls.read(
                terms,
                (client, options) -> found(
                        client.v1().invoices().list(since, options).autoPagingIterable(null, options),
                        invoice -> Metadata.isOf(invoice.getMetadata(), request.paymentId()),
                        invoice -> made(ObjectKind.INVOICE, invoice.getId())));
    }

    @Override
    public CallOutcome addItem(InvoiceRequest request, CustomerId customerId, InvoiceId invoiceId, CallTerms terms) {
        return calls.write(terms, (client, options) -> {
            InvoiceItem item =
                    client.v1().invoiceItems().create(InvoiceParams.item(request, customerId, invoiceId), options);
            return item.getId() != null && invoiceId.value().equals(item.getInvoice())
                    ? new CallOutcome.Done(GatewayAnswer.nothing())
                    : CallOutcome.unknown("Stripe answered without a line of the invoice");
        });
    }

    @Override
    public CallOutcome findItem(InvoiceRequest request, InvoiceId invoiceId, CallTerms terms) {
        InvoiceItemListParams ofInvoice = InvoiceItemListParams.builder()
                .setInvoice(invoiceId.value())
                .setLimit(PAGE)
                .build();
        return calls.read(
                terms,
                (client, options) -> found(
                        client.v1().invoiceItems().list(ofInvoice, options).autoPagingIterable(null, options),
                        item -> Metadata.isOf(item.getMetadata(), request.paymentId()),
                        item -> new CallOutcome.Done(GatewayAnswer.nothing())));
    }

    @Override
    public CallOutcome finish(InvoiceRequest request, InvoiceId invoiceId, CallTerms terms) {
        InvoiceFinalizeInvoiceParams params = InvoiceFinalizeInvoiceParams.builder()
                .setAutoAdvance(false)
                .addExpand("payments")
                .build();
        return calls.write(
                terms,
                (client, options) -> InvoiceReading.opened(
                        client.v1().invoices().finalizeInvoice(invoiceId.value(), params, options), request.amount()));
    }

    @Override
    public CallOutcome read(InvoiceRequest request, InvoiceId invoiceId, CallTerms terms) {
        return retrieve(invoiceId, terms, invoice -> InvoiceReading.opened(invoice, request.amount()));
    }

    @Override
    public CallOutcome send(InvoiceId invoiceId, CallTerms terms) {
        return calls.write(terms, (client, options) -> {
            client.v1().invoices().sendInvoice(invoiceId.value(), options);
            return new CallOutcome.Done(GatewayAnswer.nothing());
        });
    }

    @Override
    public CallOutcome findSent(InvoiceId invoiceId, CallTerms terms) {
        EventListParams sent = EventListParams.builder()
                .setType("invoice.sent")
                .setCreated(EventListParams.Created.builder()
                        .setGte(terms.since().getEpochSecond())
                        .build())
                .setLimit(PAGE)
                .build();
        return calls.read(
                terms,
                (client, options) -> found(
                        client.v1().events().list(sent, options).autoPagingIterable(null, options),
                        event -> InvoiceReading.isAbout(event, invoiceId),
                        event -> new CallOutcome.Done(GatewayAnswer.nothing())));
    }

    @Override
    public CallOutcome withdraw(InvoiceId invoiceId, CallTerms terms) {
        return calls.write(
                terms,
                (client, options) ->
                        InvoiceReading.withdrawn(client.v1().invoices().voidInvoice(invoiceId.value(), options)));
    }

    @Override
    public CallOutcome findWithdrawn(InvoiceId invoiceId, CallTerms terms) {
        return retrieve(invoiceId, terms, InvoiceReading::withdrawn);
    }

    @Override
    public CallOutcome markPaid(InvoiceId invoiceId, CallTerms terms) {
        InvoicePayParams params =
                InvoicePayParams.builder().setPaidOutOfBand(true).build();
        return calls.write(
                terms,
                (client, options) ->
                        InvoiceReading.paid(client.v1().invoices().pay(invoiceId.value(), params, options)));
    }

    @Override
    public CallOutcome findPaid(InvoiceId invoiceId, CallTerms terms) {
        return retrieve(invoiceId, terms, InvoiceReading::paid);
    }

    @Override
    public CallOutcome discard(InvoiceId invoiceId, CallTerms terms) {
        return calls.write(terms, (client, options) -> {
            try {
                Invoice invoice = client.v1().invoices().retrieve(invoiceId.value(), options);
                String status = String.valueOf(invoice.getStatus());
                if (status.equals("draft")) {
                    client.v1().invoices().delete(invoiceId.value(), options);
                } else if (!status.equals("void")) {
                    client.v1().invoices().voidInvoice(invoiceId.value(), options);
                }
            } catch (InvalidRequestException e) {
                // A draft that is gone, perhaps by an earlier call, is what was wanted.
                if (!StripeFailures.isMissing(e)) {
                    throw e;
                }
            }
            return new CallOutcome.Done(GatewayAnswer.nothing());
        });
    }

    @Override
    public CallOutcome refresh(InvoiceId invoiceId, CallTerms terms) {
        return retrieve(invoiceId, terms, InvoiceReading::addresses);
    }

    private CallOutcome retrieve(InvoiceId invoiceId, CallTerms terms, Function<Invoice, CallOutcome> reading) {
        return calls.read(
                terms,
                (client, options) -> reading.apply(
                        client.v1().invoices().retrieve(invoiceId.value(), InvoiceReading.withPayments(), options)));
    }

    private static <T> CallOutcome found(Iterable<T> listed, Predicate<T> isOurs, Function<T, CallOutcome> reading) {
        return StreamSupport.stream(listed.spliterator(), false)
                .filter(isOurs)
                .findFirst()
                .map(reading)
                .orElseGet(CallOutcome.NotDone::new);
    }

    private static CallOutcome made(ObjectKind kind, @Nullable String id) {
        return id == null
                ? CallOutcome.unknown("Stripe answered without an id")
                : new CallOutcome.Done(GatewayAnswer.id(kind, id));
    }
}
