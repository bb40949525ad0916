package com.operatoros.payments.sandbox.stripe.hosted;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.checkout.PaymentLinks;
import com.operatoros.payments.sandbox.stripe.dispute.DisputeRecords;
import com.operatoros.payments.sandbox.stripe.http.Reply;
import com.operatoros.payments.sandbox.stripe.invoice.InvoicePayments;
import com.operatoros.payments.sandbox.stripe.invoice.Invoices;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Kind;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The newest payments with all that can be done to them by hand, as in Stripe's own dashboard. */
public final class PaymentsPage {

    private static final int MOST = 30;
    private static final Page PAGE = Page.of("payments");

    private final Store store;
    private final Invoices invoices;
    private final InvoicePayments invoicePayments;
    private final DisputeRecords disputes;

    /** The page of this store. */
    public PaymentsPage(Store store, Invoices invoices, InvoicePayments invoicePayments) {
        this.store = store;
        this.invoices = invoices;
        this.invoicePayments = invoicePayments;
        this.disputes = new DisputeRecords(store);
    }

    /** The page as it is now. */
    public Reply show() {
        return store.change(() -> {
            List<PaymentCard.Shown> cards = store.newestFirst(Kind.PAYMENT_INTENT, intent -> true, MOST).stream()
                    .map(intent -> card(intent).shown())
                    .toList();
            List<PaymentCard.Shown> links = store.newestFirst(Kind.PAYMENT_LINK, PaymentsPage::isWaiting, MOST).stream()
                    .map(this::link)
                    .toList();
            return PAGE.reply(200, Map.of("title", "Payments at Stripe", "cards", cards, "links", links));
        });
    }

    private PaymentCard card(JsonObject intent) {
        String id = Json.requiredText(intent, "id");
        Optional<JsonObject> invoice = invoicePayments.invoiceOf(intent).flatMap(invoices::find);
        String name = invoice.map(PaymentsPage::name).orElseGet(() -> nameOfLink(id));
        return new PaymentCard(
                intent,
                name,
                invoice,
                Json.text(intent, "latest_charge").map(charge -> store.get(Kind.CHARGE, charge)),
                disputes.of(id),
                store.newestFirst(Kind.REFUND, refund -> Json.has(refund, "payment_intent", id)));
    }

    private static String name(JsonObject invoice) {
        return Json.text(invoice, "number").orElse("an invoice")
                + Json.text(invoice, "customer_name")
                        .map(customer -> ", " + customer)
                        .orElse("");
    }

    private String nameOfLink(String intent) {
        return store
                .newestFirst(Kind.CHECKOUT_SESSION, session -> Json.has(session, "payment_intent", intent), 1)
                .stream()
                .findFirst()
                .map(session -> described(Json.requiredText(session, "id")))
                .orElse("");
    }

    private String described(String owner) {
        List<JsonObject> lists = store.find(Kind.LINE_ITEMS, owner).map(items -> items.getAsJsonObject("list")).stream()
                .toList();
        return lists.stream()
                .flatMap(list -> list.getAsJsonArray("data").asList().stream())
                .map(item -> Json.requiredText(item.getAsJsonObject(), "description"))
                .collect(Collectors.joining(", "));
    }

    private static boolean isWaiting(JsonObject link) {
        return Json.isTrue(link, "active") && !PaymentLinks.isUsedUp(link);
    }

    private PaymentCard.Shown link(JsonObject link) {
        String id = Json.requiredText(link, "id");
        String name = described(id);
        HandForm.Shown expire = HandForm.of("sessions/expire", "id", id).button("Expire its open pages", name);
        HandForm.Shown copy = HandForm.of("copy", "id", id).button("Duplicate", name);
        HandForm.Shown pay = HandForm.of("pay", "id", id)
                .hidden("card", "4242424242424242")
                .text("quantity", "How many (empty: as the link says)", "[1-9][0-9]{0,3}", false)
                .text("discount", "Less by a code", "[1-9][0-9]{0,11}", false)
                .text("presentment_amount", "Seen by the payer", "[1-9][0-9]{0,11}", false)
                .text("presentment_currency", "in", "[A-Za-z]{3}", false)
                .button("Let somebody pay it so", name);
        return new PaymentCard.Shown(name, List.of(), id, Json.requiredText(link, "url"), List.of(expire, copy, pay));
    }
}
