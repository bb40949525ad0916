package com.operatoros.payments.sandbox.stripe.refund;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.api.StripeError;
import com.operatoros.payments.sandbox.stripe.checkout.Currencies;
import com.operatoros.payments.sandbox.stripe.event.Cause;
import com.operatoros.payments.sandbox.stripe.event.Events;
import com.operatoros.payments.sandbox.stripe.invoice.Credits;
import com.operatoros.payments.sandbox.stripe.invoice.InvoiceStatus;
import com.operatoros.payments.sandbox.stripe.invoice.Invoices;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Kind;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.time.Clock;
import java.util.Optional;

/** All credit notes (rules SG3 and SG4). */
public final class CreditNotes {

    private final Store store;
    private final Clock clock;
    private final Events events;
    private final Invoices invoices;
    private final Credits credits;
    private final InvoiceRefunds refunds;

    /** Credit notes on these invoices. */
    public CreditNotes(
            Store store, Clock clock, Events events, Invoices invoices, Credits credits, InvoiceRefunds refunds) {
        this.store = store;
        this.clock = clock;
        this.events = events;
        this.invoices = invoices;
        this.credits = credits;
        this.refunds = refunds;
    }

    /** Issues a note; what was paid already goes back by a refund of this amount, and the rest outside of Stripe. */
    public void issue(JsonObject note, long refunded, long outOfBand, Cause cause) {
        store.change(() -> {
            JsonObject invoice =
                    invoices.find(Json.requiredText(note, "invoice")).orElseThrow();
            long amount = note.get("amount").getAsLong();
            long givenBack = paidPart(invoice, amount);
            long awaited = amount - givenBack;
            if (refunded + outOfBand != givenBack) {
                throw unequal(note, refunded + outOfBand, givenBack);
            }
            split(note, awaited, givenBack);
            if (outOfBand > 0) {
                note.addProperty("out_of_band_amount", outOfBand);
            }
            if (refunded > 0) {
                note.add("refunds", refunds.make(Json.requiredText(note, "invoice"), refunded, cause));
            }
            store.put(Kind.CREDIT_NOTE, note);
            events.emit("credit_note.created", note, cause);
            credits.apply(invoice, awaited, givenBack, cause);
        });
    }

    /** What of this amount was paid already; the rest only lowers what the invoice awaits. */
    public static long paidPart(JsonObject invoice, long amount) {
        boolean isAwaited = InvoiceStatus.of(invoice).isPayable();
        return amount
                - (isAwaited ? Math.min(amount, invoice.get("amount_remaining").getAsLong()) : 0);
    }

    /** The newest note of an invoice that was not voided. */
    public Optional<JsonObject> issuedOn(String invoice) {
        return store
                .newestFirst(
                        Kind.CREDIT_NOTE,
                        note -> Json.has(note, "invoice", invoice) && Json.has(note, "status", "issued"),
                        1)
                .stream()
                .findFirst();
    }

    private static StripeError unequal(JsonObject note, long given, long wanted) {
        String currency = Json.requiredText(note, "currency");
        String message = "The sum of refund amount and out of band amount (" + Currencies.format(given, currency)
                + ") must equal the post payment amount of the credit note (" + Currencies.format(wanted, currency)
                + ").";
        return StripeError.invalid(null, "refund_amount", message);
    }

    private static void split(JsonObject note, long awaited, long givenBack) {
        note.addProperty("pre_payment_amount", awaited);
        note.addProperty("post_payment_amount", givenBack);
        String type = awaited == 0 ? "post_payment" : "pre_payment";
        note.addProperty("type", awaited > 0 && givenBack > 0 ? "mixed" : type);
    }

    /** Takes a note back, and with it what it did to its open invoice. */
    public void voidIt(JsonObject note, Cause cause) {
        JsonObject invoice = invoices.find(Json.requiredText(note, "invoice")).orElseThrow();
        if (!Json.has(note, "status", "issued") || !InvoiceStatus.of(invoice).isPayable()) {
            throw StripeError.invalid(null, null, "You can only void an issued credit note of an open invoice.");
        }
        store.change(() -> {
            note.addProperty("status", "void");
            note.addProperty("voided_at", clock.instant().getEpochSecond());
            store.put(Kind.CREDIT_NOTE, note);
            events.emit("credit_note.voided", note, cause);
            long awaited = note.get("pre_payment_amount").getAsLong();
            long givenBack = note.get("post_payment_amount").getAsLong();
            credits.apply(invoice, -awaited, -givenBack, cause);
        });
    }

    /** Keeps a changed note; nothing is told when nothing changed. */
    public void change(JsonObject before, JsonObject after, Cause cause) {
        if (!before.equals(after)) {
            store.change(() -> {
                store.put(Kind.CREDIT_NOTE, after);
                events.emitChange("credit_note.updated", before, after, cause);
            });
        }
    }
}
