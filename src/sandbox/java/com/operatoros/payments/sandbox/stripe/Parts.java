package com.operatoros.payments.sandbox.stripe;

import com.operatoros.payments.sandbox.stripe.api.ApiHandler;
import com.operatoros.payments.sandbox.stripe.api.Permissions;
import com.operatoros.payments.sandbox.stripe.api.Resource;
import com.operatoros.payments.sandbox.stripe.checkout.Attempts;
import com.operatoros.payments.sandbox.stripe.checkout.Charges;
import com.operatoros.payments.sandbox.stripe.checkout.Checkout;
import com.operatoros.payments.sandbox.stripe.checkout.CheckoutSessions;
import com.operatoros.payments.sandbox.stripe.checkout.Customers;
import com.operatoros.payments.sandbox.stripe.checkout.LineItems;
import com.operatoros.payments.sandbox.stripe.checkout.PaymentLinks;
import com.operatoros.payments.sandbox.stripe.checkout.Payments;
import com.operatoros.payments.sandbox.stripe.checkout.Settlement;
import com.operatoros.payments.sandbox.stripe.checkout.Transfers;
import com.operatoros.payments.sandbox.stripe.control.Control;
import com.operatoros.payments.sandbox.stripe.control.Controls;
import com.operatoros.payments.sandbox.stripe.control.DisputeControls;
import com.operatoros.payments.sandbox.stripe.control.ExpireControl;
import com.operatoros.payments.sandbox.stripe.control.FaultControls;
import com.operatoros.payments.sandbox.stripe.control.ForeignControls;
import com.operatoros.payments.sandbox.stripe.control.LinkCopyControl;
import com.operatoros.payments.sandbox.stripe.control.PayControl;
import com.operatoros.payments.sandbox.stripe.control.PermissionControls;
import com.operatoros.payments.sandbox.stripe.control.RadarControls;
import com.operatoros.payments.sandbox.stripe.control.SettleControl;
import com.operatoros.payments.sandbox.stripe.control.TransferControls;
import com.operatoros.payments.sandbox.stripe.control.WebhookControls;
import com.operatoros.payments.sandbox.stripe.dispute.DisputeDrafts;
import com.operatoros.payments.sandbox.stripe.dispute.Disputes;
import com.operatoros.payments.sandbox.stripe.dispute.Radar;
import com.operatoros.payments.sandbox.stripe.event.Deliveries;
import com.operatoros.payments.sandbox.stripe.event.Events;
import com.operatoros.payments.sandbox.stripe.event.WebhookEndpoints;
import com.operatoros.payments.sandbox.stripe.fault.Faults;
import com.operatoros.payments.sandbox.stripe.hosted.CheckoutPage;
import com.operatoros.payments.sandbox.stripe.hosted.DeliveriesPage;
import com.operatoros.payments.sandbox.stripe.hosted.HostedPages;
import com.operatoros.payments.sandbox.stripe.hosted.IndexPage;
import com.operatoros.payments.sandbox.stripe.hosted.SessionPages;
import com.operatoros.payments.sandbox.stripe.refund.DelayedRefunds;
import com.operatoros.payments.sandbox.stripe.resource.AccountResource;
import com.operatoros.payments.sandbox.stripe.resource.BalanceResource;
import com.operatoros.payments.sandbox.stripe.resource.ChargesResource;
import com.operatoros.payments.sandbox.stripe.resource.CheckoutSessionsResource;
import com.operatoros.payments.sandbox.stripe.resource.CustomersResource;
import com.operatoros.payments.sandbox.stripe.resource.DisputesResource;
import com.operatoros.payments.sandbox.stripe.resource.EventsResource;
import com.operatoros.payments.sandbox.stripe.resource.PaymentIntentsResource;
import com.operatoros.payments.sandbox.stripe.resource.PaymentLinksResource;
import com.operatoros.payments.sandbox.stripe.resource.WebhookEndpointsResource;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;

/** All parts of the sandbox, put together. Long since each part is named here once. */
final class Parts {

    private final Store store;
    private final Clock clock;
    private final WebhookEndpoints endpoints;
    private final Deliveries deliveries;
    private final Faults faults = new Faults();
    private final Permissions permissions = new Permissions();
    private final Events events;
    private final LineItems lineItems;
    private final PaymentLinks links;
    private final CheckoutSessions sessions;
    private final Payments payments;
    private final Charges charges;
    private final Customers customers;
    private final Disputes disputes;
    private final Checkout checkout;
    private final Invoicing invoicing;

    Parts(Store store, Clock clock, URI base, ScheduledExecutorService sending) {
        this.store = store;
        this.clock = clock;
        this.endpoints = new WebhookEndpoints(store, clock);
        this.deliveries = new Deliveries(store, clock, endpoints, sending);
        this.events = new Events(store, clock, deliveries);
        this.lineItems = new LineItems(store);
        this.links = new PaymentLinks(store, events, lineItems, base);
        this.sessions = new CheckoutSessions(store, clock, events, lineItems, base);
        this.payments = new Payments(store, clock, events);
        this.charges = new Charges(store, clock, events, base);
        this.customers = new Customers(store, clock, events);
        this.disputes = new Disputes(store, clock, events);
        Attempts attempts = new Attempts(payments, charges, disputes::openAsCardSays);
        this.checkout = new Checkout(store, events, links, payments, attempts, customers);
        this.invoicing = new Invoicing(store, clock, events, base, payments, charges, attempts, customers);
    }

    WebhookEndpoints endpoints() {
        return endpoints;
    }

    Deliveries deliveries() {
        return deliveries;
    }

    Faults faults() {
        return faults;
    }

    CheckoutSessions sessions() {
        return sessions;
    }

    DelayedRefunds delayedRefunds() {
        return invoicing.delayedRefunds();
    }

    ApiHandler api() {
        List<Resource> resources = new ArrayList<>(List.of(
                new PaymentLinksResource(store, clock, links, lineItems),
                new CheckoutSessionsResource(store, sessions, lineItems),
                new PaymentIntentsResource(store, payments),
                new ChargesResource(store),
                new DisputesResource(store, disputes),
                new CustomersResource(store, customers),
                new EventsResource(events),
                new BalanceResource(store),
                new AccountResource(store, clock),
                new WebhookEndpointsResource(store, endpoints)));
        resources.addAll(invoicing.resources());
        return new ApiHandler(store, clock, faults, permissions, resources);
    }

    HostedPages pages() {
        CheckoutPage page = new CheckoutPage(store, lineItems);
        SessionPages sessionPages = new SessionPages(store, clock, sessions, checkout, page);
        return new HostedPages(store, links, sessions, page, sessionPages, invoicing.pages());
    }

    Controls controls() {
        Settlement settlement =
                new Settlement(store, payments, charges, List.of(sessions::settle, invoicing.checkout()::settle));
        Transfers transfers =
                new Transfers(store, payments, charges, List.of(sessions::settle, invoicing.checkout()::settle));
        PayControl pay = new PayControl(store, clock, links, sessions, checkout, invoicing.payControl());
        Map<String, Control> controls = new HashMap<>(Map.of(
                "POST /_sandbox/pay",
                pay,
                "POST /_sandbox/pay_outside",
                invoicing.payControl()::payOutside,
                "POST /_sandbox/settle",
                new SettleControl(payments, settlement),
                "POST /_sandbox/sessions/expire",
                new ExpireControl(links, sessions)));
        controls.putAll(invoicing.refundControls().all());
        controls.putAll(invoicing.invoiceControls().all());
        controls.putAll(invoicing.copyControls().all());
        controls.putAll(invoicing.creditNoteControls().all());
        controls.putAll(new DisputeControls(store, payments, new DisputeDrafts(store, clock), disputes).all());
        controls.putAll(new WebhookControls(events, deliveries).all());
        controls.put("POST /_sandbox/copy", new LinkCopyControl(links));
        controls.put("POST /_sandbox/balance", invoicing.balanceControl());
        controls.putAll(new RadarControls(store, payments, new Radar(store, clock, events)).all());
        controls.putAll(new ForeignControls(events, deliveries, clock).all());
        controls.putAll(new TransferControls(store, payments, transfers).all());
        controls.putAll(new PermissionControls(permissions).all());
        controls.putAll(new FaultControls(faults).all());
        return new Controls(
                controls,
                Map.of(
                        "/_sandbox/webhooks", new DeliveriesPage(events, deliveries)::show,
                        "/_sandbox/payments", invoicing.paymentsPage()::show));
    }

    IndexPage index() {
        return new IndexPage(store, events);
    }
}
