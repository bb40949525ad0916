package com.operatoros.payments.webhook;

import static com.operatoros.payments.support.AdminApi.aLink;
import static com.operatoros.payments.support.AdminApi.anInvoice;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.operatoros.payments.support.AdminApi;
import com.operatoros.payments.support.Deployments;
import com.operatoros.payments.support.Eventually;
import com.operatoros.payments.support.SignedEvents;
import com.operatoros.payments.support.StripeControls;
import com.operatoros.payments.support.TestEnvironment;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Real events of whole stories at Stripe, delivered in any order and some of them twice, end the same (rule P2). */
@ExtendWith(ArquillianExtension.class)
class EventOrderIT {

    private static final int ORDERS = 4;
    private static final String GOOD_CARD = "4242424242424242";
    private static final String EMPTY_CARD = "4000000000009995";
    private static final String IBAN = "DE89370400440532013000";

    private final AdminApi admin = AdminApi.asAdmin();
    private final Random random = new Random(20_261_123);

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.war();
    }

    @BeforeEach
    void loseEveryDelivery() {
        StripeControls.deliver("off");
    }

    @AfterEach
    void deliverAgain() {
        StripeControls.deliver("on");
    }

    /** What a payment has come to, without what differs from one payment to the next. */
    private record End(
            String status, long paid, long refunded, String dispute, List<String> attention, String failure) {}

    @Test
    void a_card_that_was_declined_then_paid_then_partly_refunded() {
        End end = everyOrder(this::aLinkAtStripe, link -> {
            String id =
                    StripeControls.pay(link, EMPTY_CARD).get("payment_intent").getAsString();
            StripeControls.pay(link, GOOD_CARD);
            StripeControls.refund(paidIntent(link, id), 500);
            StripeControls.refund(paidIntent(link, id), 300);
        });

        assertEquals(new End("paid", 1999, 800, "none", List.of(), "none"), end);
    }

    @Test
    void a_dispute_that_is_lost_after_a_refund_that_failed() {
        End end = everyOrder(this::aLinkAtStripe, link -> {
            String intent =
                    StripeControls.pay(link, GOOD_CARD).get("payment_intent").getAsString();
            String refund =
                    StripeControls.refundLater(intent, 500).get("refund").getAsString();
            StripeControls.settleRefund(refund, "failed");
            StripeControls.dispute(intent);
            StripeControls.updateDispute(intent, "under_review");
            StripeControls.closeDispute(intent, "lost");
        });

        assertEquals(new End("paid", 1999, 0, "lost", List.of("refund_failed"), "none"), end);
    }

    @Test
    void a_debit_that_fails_days_later() {
        End end = everyOrder(this::aLinkAtStripe, link -> {
            String intent =
                    StripeControls.payByDebit(link, IBAN).get("payment_intent").getAsString();
            StripeControls.settle(intent, "failed");
        });

        assertEquals("failed", end.status());
        assertEquals(0, end.paid());
    }

    @Test
    void an_invoice_that_was_declined_then_paid() {
        End end = everyOrder(this::anInvoiceAtStripe, invoice -> {
            StripeControls.pay(invoice, EMPTY_CARD);
            StripeControls.pay(invoice, GOOD_CARD);
        });

        assertEquals(new End("paid", 250_000, 0, "none", List.of(), "none"), end);
    }

    @Test
    void an_invoice_that_was_voided_after_a_declined_card() {
        End end = everyOrder(this::anInvoiceAtStripe, invoice -> {
            StripeControls.pay(invoice, EMPTY_CARD);
            StripeControls.voidInvoice(invoice);
        });

        assertEquals(new End("canceled", 0, 0, "none", List.of(), "none"), end);
    }

    private interface Story {
        void happen(String objectAtStripe);
    }

    /** Lets the story happen to several payments, and tells of each in another order. */
    private End everyOrder(Function<String, String> create, Story story) {
        Map<String, List<JsonObject>> orders = new LinkedHashMap<>();
        for (int order = 0; order < ORDERS; order++) {
            String project = "Order " + UUID.randomUUID();
            List<JsonObject> before = events();
            String object = create.apply(project);
            story.happen(object);
            List<JsonObject> told = since(before);
            orders.put(idOf(project), order > 0 ? shuffled(told) : told);
        }
        orders.values().forEach(EventOrderIT::deliver);
        Optional<End> first = Optional.empty();
        for (Map.Entry<String, List<JsonObject>> order : orders.entrySet()) {
            settle(order.getKey());
            End end = end(admin.payment(order.getKey()));
            assertEquals(first.orElse(end), end, () -> types(order.getValue()));
            assertEachFactOnce(order.getKey());
            first = Optional.of(end);
        }
        return first.orElseThrow();
    }

    private static String types(List<JsonObject> told) {
        return told.stream().map(event -> text(event, "type")).toList().toString();
    }

    private String aLinkAtStripe(String project) {
        JsonObject link =
                admin.create(aLink("project_name", '"' + project + '"')).json();
        return text(link.getAsJsonObject("stripe"), "payment_link_id");
    }

    private String anInvoiceAtStripe(String project) {
        JsonObject invoice =
                admin.create(anInvoice("project_name", '"' + project + '"')).json();
        return text(invoice.getAsJsonObject("stripe"), "invoice_id");
    }

    private String idOf(String project) {
        JsonObject found = admin.get("admin/api/payments?project=" + project.replace(" ", "%20"))
                .json();
        return text(found.getAsJsonArray("data").get(0).getAsJsonObject(), "id");
    }

    /** A link that was declined and paid has an intent of its own for each visit of the page. */
    private static String paidIntent(String link, String declined) {
        JsonArray sessions = StripeControls.read("/v1/checkout/sessions?payment_link=" + link)
                .getAsJsonArray("data");
        return objects(sessions).stream()
                .filter(session -> text(session, "payment_status").equals("paid"))
                .map(session -> text(session, "payment_intent"))
                .findFirst()
                .orElse(declined);
    }

    private static List<JsonObject> events() {
        return objects(StripeControls.read("/v1/events?limit=100").getAsJsonArray("data"));
    }

    /** Oldest first, as they happened. */
    private static List<JsonObject> since(List<JsonObject> before) {
        List<String> known = before.stream().map(event -> text(event, "id")).toList();
        List<JsonObject> told = new ArrayList<>(events().stream()
                .filter(event -> !known.contains(text(event, "id")))
                .toList());
        Collections.reverse(told);
        return told;
    }

    private List<JsonObject> shuffled(List<JsonObject> told) {
        List<JsonObject> all = new ArrayList<>(told);
        told.stream().filter(event -> random.nextInt(3) == 0).forEach(all::add);
        Collections.shuffle(all, random);
        return all;
    }

    private static void deliver(List<JsonObject> told) {
        told.forEach(event ->
                assertEquals(200, SignedEvents.deliver(event.toString()).status()));
    }

    /** What events could not tell has been asked of Stripe. */
    private static void settle(String id) {
        Eventually.get(() -> count(
                                        "select count(*) from operatoros_payments.stripe_unmatched u join operatoros_payments.stripe_object o on o.id = u.object_id"
                                                + " where o.payment_id = cast(? as uuid)",
                                        id)
                                + count(
                                        "select count(*) from operatoros_payments.stripe_question where settled_at is null and payment_id ="
                                                + " cast(? as uuid)",
                                        id)
                        == 0
                ? Optional.of(id)
                : Optional.empty());
    }

    private static long count(String query, String id) {
        try (Connection connection = TestEnvironment.connect();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, id);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static End end(JsonObject payment) {
        JsonElement dispute = payment.get("dispute");
        JsonElement failure = payment.get("failure");
        return new End(
                text(payment, "status"),
                payment.get("amount_paid_minor").getAsLong(),
                payment.get("amount_refunded_minor").getAsLong(),
                dispute.isJsonNull() ? "none" : text(dispute.getAsJsonObject(), "status"),
                StreamSupport.stream(payment.getAsJsonArray("attention").spliterator(), false)
                        .map(JsonElement::getAsString)
                        .toList(),
                failure.isJsonNull()
                        ? "none"
                        : String.valueOf(failure.getAsJsonObject().get("code")));
    }

    private void assertEachFactOnce(String id) {
        List<String> facts =
                objects(admin.get("admin/api/notifications?limit=100").json().getAsJsonArray("data")).stream()
                        .map(notice -> notice.getAsJsonObject("data"))
                        .filter(data -> data.get("payment_id").isJsonPrimitive()
                                && text(data, "payment_id").equals(id))
                        .map(data -> text(data, "fact"))
                        .toList();
        assertEquals(new HashSet<>(facts).size(), facts.size(), facts.toString());
        boolean isPaid = text(admin.payment(id), "status").equals("paid");
        assertEquals(isPaid ? 1 : 0, Collections.frequency(facts, "paid:" + id));
    }

    private static List<JsonObject> objects(JsonArray array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    private static String text(JsonObject json, String name) {
        return json.get(name).getAsString();
    }
}
