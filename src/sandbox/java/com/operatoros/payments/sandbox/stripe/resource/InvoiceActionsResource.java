package com.operatoros.payments.sandbox.stripe.resource;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.api.ApiRequest;
import com.operatoros.payments.sandbox.stripe.api.Fields;
import com.operatoros.payments.sandbox.stripe.api.Resource;
import com.operatoros.payments.sandbox.stripe.api.Route;
import com.operatoros.payments.sandbox.stripe.api.Rule;
import com.operatoros.payments.sandbox.stripe.api.StripeError;
import com.operatoros.payments.sandbox.stripe.event.Events;
import com.operatoros.payments.sandbox.stripe.invoice.Closing;
import com.operatoros.payments.sandbox.stripe.invoice.Finalization;
import com.operatoros.payments.sandbox.stripe.invoice.InvoiceStatus;
import com.operatoros.payments.sandbox.stripe.invoice.OutsidePayments;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Kind;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.util.List;

/** What moves an invoice on: {@code /v1/invoices/{id}/finalize}, {@code send}, {@code pay}, {@code void} and so on. */
public final class InvoiceActionsResource implements Resource {

    private static final String PATH = "/v1/invoices/{id}/";

    private final Stored stored;
    private final Events events;
    private final Finalization finalization;
    private final Closing closing;
    private final OutsidePayments outside;

    /** The actions on the invoices of this store. */
    public InvoiceActionsResource(
            Store store, Events events, Finalization finalization, Closing closing, OutsidePayments outside) {
        this.stored = new Stored(store, Kind.INVOICE);
        this.events = events;
        this.finalization = finalization;
        this.closing = closing;
        this.outside = outside;
    }

    @Override
    public List<Route> routes() {
        Fields none = Fields.none().expand();
        Fields finalize = Fields.none().expand().optional("auto_advance", Rule.flag());
        Fields attach = Fields.none().expand().required("payment_record", Rule.text());
        Fields pay = Fields.none().expand().optional("paid_out_of_band", Rule.flag());
        return List.of(
                Route.post(PATH + "finalize", finalize, this::finalizeDraft),
                Route.post(PATH + "send", none, this::send),
                Route.post(PATH + "pay", pay, this::pay),
                Route.post(PATH + "void", none, this::voidIt),
                Route.post(PATH + "mark_uncollectible", none, this::markUncollectible),
                Route.post(PATH + "attach_payment", attach, this::attach));
    }

    private JsonObject finalizeDraft(ApiRequest request) {
        JsonObject invoice = stored.get(request);
        if (InvoiceStatus.of(invoice) != InvoiceStatus.DRAFT) {
            throw refused("This invoice is already finalized, you can't re-finalize a non-draft invoice.");
        }
        Copying.flags(invoice, request.form(), "auto_advance");
        finalization.run(invoice, request.cause());
        return invoice;
    }

    /** Answers the event that a mail would have been sent; Stripe's test mode sends none either. */
    private JsonObject send(ApiRequest request) {
        JsonObject invoice = stored.get(request);
        if (Json.text(invoice, "customer_email").isEmpty()) {
            throw refused("Missing email. In order to send invoices to the customer, the customer must have a valid"
                    + " email.");
        }
        switch (InvoiceStatus.of(invoice)) {
            case DRAFT -> finalization.run(invoice, request.cause());
            case OPEN, UNCOLLECTIBLE -> {}
            case PAID, VOID ->
                throw refused("This invoice cannot be sent right now. Please contact us via"
                        + " https://support.stripe.com/contact with details, so we can help.");
        }
        events.emit("invoice.sent", invoice, request.cause());
        return invoice;
    }

    private JsonObject pay(ApiRequest request) {
        JsonObject invoice = stored.get(request);
        if (!request.form().flag("paid_out_of_band").orElse(false)) {
            String message = "This customer has no attached payment source or default payment method. Please consider"
                    + " adding a default payment method.";
            throw StripeError.invalid("resource_missing", null, message);
        }
        switch (InvoiceStatus.of(invoice)) {
            case DRAFT -> finalization.run(invoice, request.cause());
            case OPEN, UNCOLLECTIBLE -> {}
            case PAID -> throw refused("Invoice is already paid");
            case VOID -> throw refused("This invoice can no longer be paid");
        }
        if (InvoiceStatus.of(invoice).isPayable()) {
            closing.payOutOfBand(invoice, request.cause());
        }
        return invoice;
    }

    /** Only records: an intent for an invoice is made here by whoever pays. */
    private JsonObject attach(ApiRequest request) {
        JsonObject invoice = stored.get(request);
        String id = request.form().requiredText("payment_record");
        JsonObject paymentRecord =
                outside.find(id).orElseThrow(() -> StripeError.missing("payment_record", id, "payment_record"));
        outside.attach(paymentRecord, invoice, request.cause());
        return invoice;
    }

    private JsonObject voidIt(ApiRequest request) {
        JsonObject invoice = stored.get(request);
        switch (InvoiceStatus.of(invoice)) {
            case OPEN, UNCOLLECTIBLE -> closing.voidIt(invoice, request.cause());
            case PAID -> throw refused("Invoices with `paid` payments cannot be voided.");
            case DRAFT, VOID -> throw notOpen();
        }
        return invoice;
    }

    private JsonObject markUncollectible(ApiRequest request) {
        JsonObject invoice = stored.get(request);
        switch (InvoiceStatus.of(invoice)) {
            case OPEN -> closing.markUncollectible(invoice, request.cause());
            case UNCOLLECTIBLE -> throw refused("This invoice has already been marked uncollectible.");
            case DRAFT, PAID, VOID -> throw notOpen();
        }
        return invoice;
    }

    private static StripeError notOpen() {
        return refused("You can only pass in open invoices. This invoice isn't open.");
    }

    /** Stripe gives these refusals no code. */
    private static StripeError refused(String message) {
        return StripeError.invalid(null, null, message);
    }
}
