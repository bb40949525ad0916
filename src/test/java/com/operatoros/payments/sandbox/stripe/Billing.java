package com.operatoros.payments.sandbox.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.Event;
import com.stripe.model.Invoice;
import com.stripe.model.InvoiceItem;
import com.stripe.model.InvoicePayment;
import com.stripe.model.PaymentIntent;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.EventListParams;
import com.stripe.param.InvoiceCreateParams;
import com.stripe.param.InvoiceItemCreateParams;
import com.stripe.param.InvoicePaymentListParams;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Bills customers of a sandbox through Stripe's own library. */
final class Billing {

    private final StripeClient stripe;

    Billing(StripeSandbox sandbox) {
        this.stripe = StripeClient.builder()
                .setApiKey("sk_test_1")
                .setApiBase(sandbox.base().toString())
                .setMaxNetworkRetries(0)
                .build();
    }

    StripeClient stripe() {
        return stripe;
    }

    Customer aCustomer() throws StripeException {
        return aCustomer("client@example.com");
    }

    Customer aCustomer(String email) throws StripeException {
        return stripe.v1()
                .customers()
                .create(CustomerCreateParams.builder()
                        .setEmail(email)
                        .setName("Client GmbH")
                        .build());
    }

    /** The parameters of a draft in dollars, due in 14 days. */
    static InvoiceCreateParams.Builder aDraftTo(Customer customer) {
        return InvoiceCreateParams.builder()
                .setCustomer(customer.getId())
                .setCollectionMethod(InvoiceCreateParams.CollectionMethod.SEND_INVOICE)
                .setDaysUntilDue(14L)
                .setCurrency("usd")
                .putMetadata("project", "42");
    }

    Invoice anEmptyDraft() throws StripeException {
        return stripe.v1().invoices().create(aDraftTo(aCustomer()).build());
    }

    Invoice aDraftOf(long cents) throws StripeException {
        Invoice draft = anEmptyDraft();
        addItem(draft, cents, "Design phase");
        return get(draft);
    }

    InvoiceItem addItem(Invoice draft, long cents, String description) throws StripeException {
        return stripe.v1()
                .invoiceItems()
                .create(InvoiceItemCreateParams.builder()
                        .setCustomer(draft.getCustomer())
                        .setInvoice(draft.getId())
                        .setAmount(cents)
                        .setCurrency("usd")
                        .setDescription(description)
                        .build());
    }

    Invoice anOpenInvoiceOf(long cents) throws StripeException {
        return stripe.v1().invoices().finalizeInvoice(aDraftOf(cents).getId());
    }

    Invoice get(Invoice invoice) throws StripeException {
        return stripe.v1().invoices().retrieve(invoice.getId());
    }

    /** The payment of all that remains. */
    InvoicePayment paymentOf(Invoice invoice) throws StripeException {
        return stripe
                .v1()
                .invoicePayments()
                .list(InvoicePaymentListParams.builder()
                        .setInvoice(invoice.getId())
                        .build())
                .getData()
                .stream()
                .filter(InvoicePayment::getIsDefault)
                .findFirst()
                .orElseThrow();
    }

    PaymentIntent intentOf(Invoice invoice) throws StripeException {
        return stripe.v1()
                .paymentIntents()
                .retrieve(paymentOf(invoice).getPayment().getPaymentIntent());
    }

    /** All events, the oldest first. */
    List<Event> events() throws StripeException {
        List<Event> events = new ArrayList<>(stripe.v1()
                .events()
                .list(EventListParams.builder().setLimit(100L).build())
                .getData());
        Collections.reverse(events);
        return events;
    }

    /** The types of the events since one of this type happened for the last time, that one included. */
    List<String> eventsSince(String type) throws StripeException {
        List<String> types = events().stream().map(Event::getType).toList();
        return types.subList(types.lastIndexOf(type), types.size());
    }
}
