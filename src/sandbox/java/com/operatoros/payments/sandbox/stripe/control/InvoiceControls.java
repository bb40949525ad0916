package com.operatoros.payments.sandbox.stripe.control;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.checkout.Card;
import com.operatoros.payments.sandbox.stripe.checkout.Payer;
import com.operatoros.payments.sandbox.stripe.event.Cause;
import com.operatoros.payments.sandbox.stripe.http.Reply;
import com.operatoros.payments.sandbox.stripe.invoice.Closing;
import com.operatoros.payments.sandbox.stripe.invoice.InvoiceCheckout;
import com.operatoros.payments.sandbox.stripe.invoice.InvoiceStatus;
import com.operatoros.payments.sandbox.stripe.invoice.Invoices;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Does with an invoice what a person can do in Stripe's own dashboard, and what a payer can do wrong (rule SK9). */
public final class InvoiceControls {

    private static final String CARD = "4242424242424242";

    private final Store store;
    private final Clock clock;
    private final Invoices invoices;
    private final InvoiceCheckout checkout;
    private final Closing closing;

    /** The controls of these invoices. */
    public InvoiceControls(Store store, Clock clock, Invoices invoices, InvoiceCheckout checkout, Closing closing) {
        this.store = store;
        this.clock = clock;
        this.invoices = invoices;
        this.checkout = checkout;
        this.closing = closing;
    }

    /** All of them by method and path. */
    public Map<String, Control> all() {
        return Map.of(
                "POST /_sandbox/overpay", this::overpay,
                "POST /_sandbox/invoice/void", this::voidIt,
                "POST /_sandbox/invoice/uncollectible", this::markUncollectible,
                "POST /_sandbox/invoice/finalization_failed", this::failFinalization);
    }

    /** Voids an invoice that is not paid. */
    private Reply voidIt(JsonObject input) {
        return change(
                input,
                Set.of(InvoiceStatus.OPEN, InvoiceStatus.UNCOLLECTIBLE),
                invoice -> closing.voidIt(invoice, Cause.OUTSIDE));
    }

    /** Gives an open invoice up. */
    private Reply markUncollectible(JsonObject input) {
        return change(input, Set.of(InvoiceStatus.OPEN), invoice -> closing.markUncollectible(invoice, Cause.OUTSIDE));
    }

    /** Tells that a draft could not be finalized. */
    private Reply failFinalization(JsonObject input) {
        return change(input, Set.of(InvoiceStatus.DRAFT), invoice -> closing.failFinalization(invoice, Cause.OUTSIDE));
    }

    /** Pays an invoice with so much more than is due. */
    private Reply overpay(JsonObject input) {
        String id = BadInput.required(input, "invoice");
        long excess = BadInput.amount(input, "amount").orElseThrow(() -> new BadInput("\"amount\" is missing"));
        Card card = new Card(CARD, YearMonth.now(clock).plusYears(3), "123");
        Payer payer = Payer.guest("payer@example.com", "Test Payer");
        return store.change(() -> invoices.find(id)
                .map(invoice -> checkout.pay(id, remaining -> remaining + excess, card, payer)
                        .map(payment -> AttemptReply.told(payment, invoice))
                        .orElseGet(() -> refused(invoice)))
                .orElseGet(() -> unknown(id)));
    }

    private Reply change(JsonObject input, Set<InvoiceStatus> from, Consumer<JsonObject> change) {
        String id = BadInput.required(input, "invoice");
        return Refusal.as409(() -> store.change(() -> invoices.find(id)
                .map(invoice -> {
                    if (!from.contains(InvoiceStatus.of(invoice))) {
                        return refused(invoice);
                    }
                    change.accept(invoice);
                    return told(invoice);
                })
                .orElseGet(() -> unknown(id))));
    }

    private static Reply told(JsonObject invoice) {
        JsonObject answer = new JsonObject();
        answer.add("invoice", invoice.get("id"));
        answer.add("status", invoice.get("status"));
        return Reply.json(200, answer);
    }

    private static Reply refused(JsonObject invoice) {
        return Reply.error(409, "the invoice is " + Json.requiredText(invoice, "status") + ", or is being paid");
    }

    private static Reply unknown(String id) {
        return Reply.error(404, "there is no invoice " + id);
    }
}
