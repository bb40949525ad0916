package com.operatoros.payments.chaos;

import static com.operatoros.payments.chaos.Bill.only;
import static com.operatoros.payments.chaos.StripeBooks.text;

import com.operatoros.payments.support.Node;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What Stripe tells of a link that is paid at the second try, given back in part, and disputed in vain. */
final class LinkTale {

    private static final long PAID = Client.MINOR;
    private static final long GIVEN_BACK = PAID / 5;

    private final String payment;
    private final String key = UUID.randomUUID().toString().replace("-", "");
    private final DeliveredEvent declined;
    private final DeliveredEvent processing;
    private final DeliveredEvent completed;
    private final DeliveredEvent succeeded;
    private final DeliveredEvent refundCreated;
    private final DeliveredEvent refundUpdated;
    private final DeliveredEvent disputed;
    private final DeliveredEvent won;

    private LinkTale(String payment) {
        this.payment = payment;
        declined = intent("payment_intent.payment_failed", "requires_payment_method", "ch_declined");
        processing = intent("payment_intent.processing", "processing", "ch");
        completed = session();
        succeeded = intent("payment_intent.succeeded", "succeeded", "ch");
        refundCreated = refund("refund.created", "pending");
        refundUpdated = refund("refund.updated", "succeeded");
        disputed = dispute("charge.dispute.created", "needs_response");
        won = dispute("charge.dispute.closed", "won");
    }

    /** Of a payment that can be paid by now. */
    static LinkTale ofNewLink(Scene scene, Node node) {
        Client client = Client.aClient();
        client.bill(node, "link");
        return new LinkTale(text(only(scene.settledPayments(node, client)), "id"));
    }

    String payment() {
        return payment;
    }

    /** The first event that brings the money. */
    DeliveredEvent succeeded() {
        return succeeded;
    }

    List<DeliveredEvent> inOrder() {
        return List.of(declined, processing, completed, succeeded, refundCreated, refundUpdated, disputed, won);
    }

    /** What may come in any order. */
    List<DeliveredEvent> inAnyOrder() {
        return List.of(processing, completed, succeeded, refundCreated, refundUpdated, disputed, declined);
    }

    /** What is left of one event alone. */
    StoredEffects paid() {
        List<String> ids = List.of(succeeded.id());
        return new StoredEffects("paid", PAID, 0, List.of(), List.of(), List.of("paid:" + payment), ids, ids);
    }

    /** What is left of all in their order. */
    StoredEffects end() {
        return end(
                "won",
                inOrder(),
                "dispute_won:du_" + key,
                "disputed:du_" + key + ":needs_response",
                "failed:ch_declined_" + key);
    }

    /** A failure is told only if it comes before the money. */
    List<StoredEffects> endsInAnyOrder() {
        String bank = "disputed:du_" + key + ":needs_response";
        return List.of(
                end("needs_response", inAnyOrder(), bank),
                end("needs_response", inAnyOrder(), bank, "failed:ch_declined_" + key));
    }

    private StoredEffects end(String dispute, List<DeliveredEvent> events, String... told) {
        List<String> ids = events.stream().map(DeliveredEvent::id).sorted().toList();
        List<String> facts = new ArrayList<>(List.of(told));
        facts.add("paid:" + payment);
        facts.add("refunded:re_" + key);
        return new StoredEffects(
                "paid",
                PAID,
                GIVEN_BACK,
                List.of("re_" + key + " succeeded " + GIVEN_BACK),
                List.of("du_" + key + " " + dispute + " " + PAID),
                facts,
                ids,
                ids);
    }

    private DeliveredEvent intent(String type, String status, String charge) {
        String error = status.equals("requires_payment_method")
                ? "{\"type\":\"card_error\",\"code\":\"card_declined\",\"decline_code\":\"insufficient_funds\","
                        + "\"charge\":\"%s_%s\",\"message\":\"It was declined.\"}".formatted(charge, key)
                : "null";
        return DeliveredEvent.of(type, """
                {"id":"pi_%s","object":"payment_intent","status":"%s","amount":%d,"amount_received":%d,
                 "currency":"usd","latest_charge":"%s_%s","last_payment_error":%s,%s}""".formatted(
                        key, status, PAID, status.equals("succeeded") ? PAID : 0, charge, key, error, metadata()));
    }

    private DeliveredEvent session() {
        return DeliveredEvent.of("checkout.session.completed", """
                {"id":"cs_test_%s","object":"checkout.session","payment_status":"paid","amount_total":%d,
                 "currency":"usd","payment_intent":"pi_%s",%s}""".formatted(key, PAID, key, metadata()));
    }

    private DeliveredEvent refund(String type, String status) {
        return DeliveredEvent.of(type, """
                {"id":"re_%s","object":"refund","status":"%s","amount":%d,"currency":"usd","created":%d,
                 "charge":"ch_%s","payment_intent":"pi_%s",%s}""".formatted(key, status, GIVEN_BACK, now(), key, key, metadata()));
    }

    private DeliveredEvent dispute(String type, String status) {
        return DeliveredEvent.of(type, """
                {"id":"du_%s","object":"dispute","status":"%s","reason":"fraudulent","amount":%d,"currency":"usd",
                 "created":%d,"charge":"ch_%s","payment_intent":"pi_%s",%s}""".formatted(key, status, PAID, now(), key, key, metadata()));
    }

    private static long now() {
        return Clock.systemUTC().instant().getEpochSecond();
    }

    private String metadata() {
        return "\"metadata\":{\"operatoros_payment_id\":\"%s\"}".formatted(payment);
    }
}
