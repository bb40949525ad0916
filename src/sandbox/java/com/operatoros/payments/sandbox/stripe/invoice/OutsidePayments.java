package com.operatoros.payments.sandbox.stripe.invoice;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.api.StripeError;
import com.operatoros.payments.sandbox.stripe.event.Cause;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Kind;
import com.operatoros.payments.sandbox.stripe.store.Shape;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.time.Clock;
import java.util.Optional;

/** Payments that were made outside of Stripe and recorded there: reported, then attached to an invoice (rule SI10). */
public final class OutsidePayments {

    private static final String[] NOTHING = {"amount_authorized", "amount_canceled", "amount_failed", "amount_refunded"
    };

    private final Store store;
    private final Clock clock;
    private final InvoicePayments invoicePayments;
    private final Arrivals arrivals;

    /** Payments in this store. */
    public OutsidePayments(Store store, Clock clock, InvoicePayments invoicePayments, Arrivals arrivals) {
        this.store = store;
        this.clock = clock;
        this.invoicePayments = invoicePayments;
        this.arrivals = arrivals;
    }

    /** A new record of a payment, not stored yet. */
    public JsonObject draft(long amount, String currency) {
        JsonObject paymentRecord = Shape.blank(Kind.PAYMENT_RECORD);
        paymentRecord.addProperty("created", clock.instant().getEpochSecond());
        for (String sum : new String[] {"amount", "amount_guaranteed", "amount_requested"}) {
            paymentRecord.add(sum, money(amount, currency));
        }
        for (String sum : NOTHING) {
            paymentRecord.add(sum, money(0, currency));
        }
        return paymentRecord;
    }

    private static JsonObject money(long amount, String currency) {
        JsonObject money = new JsonObject();
        money.addProperty("currency", currency);
        money.addProperty("value", amount);
        return money;
    }

    /** Keeps a new record. */
    public void add(JsonObject paymentRecord) {
        store.put(Kind.PAYMENT_RECORD, paymentRecord);
    }

    /** A record by its id. */
    public Optional<JsonObject> find(String id) {
        return store.find(Kind.PAYMENT_RECORD, id);
    }

    /** Records a payment of an open invoice in one step. */
    public JsonObject pay(JsonObject invoice, long amount, Cause cause) {
        return store.change(() -> {
            JsonObject paymentRecord = draft(amount, Json.requiredText(invoice, "currency"));
            add(paymentRecord);
            attach(paymentRecord, invoice, cause);
            return paymentRecord;
        });
    }

    /** Counts a stored record as a payment of an open invoice. */
    public void attach(JsonObject paymentRecord, JsonObject invoice, Cause cause) {
        if (!InvoiceStatus.of(invoice).isPayable()) {
            String message = "You can only attach payments to open or uncollectible invoices. This one is "
                    + InvoiceStatus.of(invoice).label() + ".";
            throw StripeError.invalid(null, null, message);
        }
        JsonObject amount = paymentRecord.getAsJsonObject("amount_guaranteed");
        if (!Json.has(amount, "currency", Json.requiredText(invoice, "currency"))) {
            throw StripeError.invalid(null, "payment_record", "The payment is in another currency than the invoice.");
        }
        store.change(() -> {
            long value = amount.get("value").getAsLong();
            invoicePayments.attachPaid(invoice, paymentRecord, value, cause);
            arrivals.outside(invoice, value, cause);
        });
    }
}
