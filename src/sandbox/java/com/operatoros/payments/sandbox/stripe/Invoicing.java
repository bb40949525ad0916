package com.operatoros.payments.sandbox.stripe;

import com.operatoros.payments.sandbox.stripe.api.Resource;
import com.operatoros.payments.sandbox.stripe.checkout.Attempts;
import com.operatoros.payments.sandbox.stripe.checkout.Charges;
import com.operatoros.payments.sandbox.stripe.checkout.Customers;
import com.operatoros.payments.sandbox.stripe.checkout.Payments;
import com.operatoros.payments.sandbox.stripe.control.BalanceControl;
import com.operatoros.payments.sandbox.stripe.control.CreditNoteControls;
import com.operatoros.payments.sandbox.stripe.control.InvoiceControls;
import com.operatoros.payments.sandbox.stripe.control.InvoiceCopyControls;
import com.operatoros.payments.sandbox.stripe.control.InvoicePayControl;
import com.operatoros.payments.sandbox.stripe.control.RefundControls;
import com.operatoros.payments.sandbox.stripe.event.Events;
import com.operatoros.payments.sandbox.stripe.hosted.InvoicePages;
import com.operatoros.payments.sandbox.stripe.hosted.PaymentsPage;
import com.operatoros.payments.sandbox.stripe.invoice.Arrivals;
import com.operatoros.payments.sandbox.stripe.invoice.Balances;
import com.operatoros.payments.sandbox.stripe.invoice.Closing;
import com.operatoros.payments.sandbox.stripe.invoice.Credits;
import com.operatoros.payments.sandbox.stripe.invoice.Finalization;
import com.operatoros.payments.sandbox.stripe.invoice.InvoiceCheckout;
import com.operatoros.payments.sandbox.stripe.invoice.InvoiceCopies;
import com.operatoros.payments.sandbox.stripe.invoice.InvoiceItems;
import com.operatoros.payments.sandbox.stripe.invoice.InvoiceLines;
import com.operatoros.payments.sandbox.stripe.invoice.InvoicePayments;
import com.operatoros.payments.sandbox.stripe.invoice.Invoices;
import com.operatoros.payments.sandbox.stripe.invoice.OutsidePayments;
import com.operatoros.payments.sandbox.stripe.refund.CreditNoteDrafts;
import com.operatoros.payments.sandbox.stripe.refund.CreditNotes;
import com.operatoros.payments.sandbox.stripe.refund.DelayedRefunds;
import com.operatoros.payments.sandbox.stripe.refund.InvoiceRefunds;
import com.operatoros.payments.sandbox.stripe.refund.RefundMoves;
import com.operatoros.payments.sandbox.stripe.refund.Refunds;
import com.operatoros.payments.sandbox.stripe.resource.CreditNotesResource;
import com.operatoros.payments.sandbox.stripe.resource.CustomerBalanceResource;
import com.operatoros.payments.sandbox.stripe.resource.InvoiceActionsResource;
import com.operatoros.payments.sandbox.stripe.resource.InvoiceItemsResource;
import com.operatoros.payments.sandbox.stripe.resource.InvoicePaymentsResource;
import com.operatoros.payments.sandbox.stripe.resource.InvoicesResource;
import com.operatoros.payments.sandbox.stripe.resource.PaymentRecordsResource;
import com.operatoros.payments.sandbox.stripe.resource.RefundsResource;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.net.URI;
import java.time.Clock;
import java.util.List;

/** The parts that invoices, refunds and credit notes are made of, put together. */
final class Invoicing {

    private final Store store;
    private final Clock clock;
    private final Events events;
    private final URI base;
    private final Payments payments;
    private final Customers customers;
    private final Invoices invoices;
    private final InvoiceLines lines;
    private final InvoiceItems items;
    private final InvoicePayments invoicePayments;
    private final Balances balances;
    private final Arrivals arrivals;
    private final OutsidePayments outside;
    private final Closing closing;
    private final Finalization finalization;
    private final InvoiceCopies copies;
    private final InvoiceCheckout checkout;
    private final RefundMoves refundMoves;
    private final DelayedRefunds delayedRefunds;
    private final Refunds refunds;

    Invoicing(
            Store store,
            Clock clock,
            Events events,
            URI base,
            Payments payments,
            Charges charges,
            Attempts attempts,
            Customers customers) {
        this.store = store;
        this.clock = clock;
        this.events = events;
        this.base = base;
        this.payments = payments;
        this.customers = customers;
        this.invoices = new Invoices(store, clock, events, base);
        this.lines = new InvoiceLines(store);
        this.items = new InvoiceItems(store, clock, events, invoices, lines);
        this.invoicePayments = new InvoicePayments(store, clock, events);
        this.balances = new Balances(store, clock, customers);
        this.arrivals = new Arrivals(invoices, invoicePayments, payments, balances);
        this.outside = new OutsidePayments(store, clock, invoicePayments, arrivals);
        this.closing = new Closing(store, invoices, invoicePayments, payments, arrivals, balances);
        this.finalization = new Finalization(store, invoices, invoicePayments, customers, payments, closing, balances);
        this.copies = new InvoiceCopies(store, customers, invoices, lines, closing);
        this.checkout = new InvoiceCheckout(store, invoices, invoicePayments, attempts, payments, arrivals);
        this.refundMoves = new RefundMoves(store, clock, events, charges);
        this.delayedRefunds = new DelayedRefunds(store, clock, refundMoves);
        this.refunds = new Refunds(store, clock, events, charges, refundMoves, delayedRefunds);
    }

    InvoiceCheckout checkout() {
        return checkout;
    }

    DelayedRefunds delayedRefunds() {
        return delayedRefunds;
    }

    List<Resource> resources() {
        return List.of(
                new InvoicesResource(store, clock, customers, invoices, items, lines, copies),
                new InvoiceActionsResource(store, events, finalization, closing, outside),
                new CustomerBalanceResource(store, customers, balances),
                new PaymentRecordsResource(store, outside),
                new InvoiceItemsResource(store, clock, customers, invoices, items, lines),
                new InvoicePaymentsResource(store, invoicePayments),
                new RefundsResource(store, refunds, refundMoves),
                new CreditNotesResource(store, invoices, lines, creditNoteDrafts(), creditNotes()));
    }

    private CreditNotes creditNotes() {
        Credits credits = new Credits(store, invoices, invoicePayments, arrivals);
        return new CreditNotes(store, clock, events, invoices, credits, new InvoiceRefunds(invoicePayments, refunds));
    }

    private CreditNoteDrafts creditNoteDrafts() {
        return new CreditNoteDrafts(store, clock, base);
    }

    InvoicePages pages() {
        return new InvoicePages(clock, invoices, lines, checkout);
    }

    PaymentsPage paymentsPage() {
        return new PaymentsPage(store, invoices, invoicePayments);
    }

    InvoicePayControl payControl() {
        return new InvoicePayControl(invoices, checkout, outside);
    }

    InvoiceControls invoiceControls() {
        return new InvoiceControls(store, clock, invoices, checkout, closing);
    }

    InvoiceCopyControls copyControls() {
        return new InvoiceCopyControls(store, invoices, copies, finalization);
    }

    CreditNoteControls creditNoteControls() {
        return new CreditNoteControls(store, invoices, creditNoteDrafts(), creditNotes());
    }

    BalanceControl balanceControl() {
        return new BalanceControl(store, customers, balances);
    }

    RefundControls refundControls() {
        return new RefundControls(store, payments, refunds, refundMoves);
    }
}
