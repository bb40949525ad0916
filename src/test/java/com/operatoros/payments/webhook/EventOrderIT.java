package com.operatoros.payments.webhook;

import static com.operatoros.payments.support.AdminApi.aLink;
import static com.operatoros.payments.support.AdminApi.anInvoice;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.operatoros.payments.support.AdminApi;
import com.operatoros.payments.support.Eventually;
import com.operatoros.payments.support.RunningApplication;
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
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Real events of whole stories at Stripe, delivered in any order and some of them twice, end the same (rule P2). */
@ExtendWith(RunningApplication.class)
class EventOrderIT {

    private static final int ORDERS = 4;
    private static final String GOOD_CARD = "4242424242424242";
    private static final String EMPTY_CARD = "4000000000009995";
    private static final String IBAN = "DE89370400440532013000";

    private static final AdminApi ADMIN = AdminApi.asAdmin();
    private static final Random RANDOM = new Random(20_261_123);

    private static Map<Tale, Map<String, List<JsonObject>>> told = Map.of();

    /** What can happen to a payment at Stripe. */
    private enum Tale {
        DECLINED_PAID_PARTLY_REFUNDED(EventOrderIT::aLinkAtStripe) {
            @Override
            void happen(String link) {
                String id = StripeControls.pay(link, EMPTY_CARD)
                        .get("payment_intent")
                        .getAsString();
                StripeControls.pay(link, GOOD_CARD);
                StripeControls.refund(paidIntent(link, id), 500);
                StripeControls.refund(paidIntent(link, id), 300);
            }
        },
        REFUND_FAILED_DISPUTE_LOST(EventOrderIT::aLinkAtStripe) {
            @Override
            void happen(String link) {
                String intent = StripeControls.pay(link, GOOD_CARD)
                        .get("payment_intent")
                        .getAsString();
                String refund =
                        StripeControls.refundLater(intent, 500).get("refund").getAsString();
                StripeControls.settleRefund(refund, "failed");
                StripeControls.dispute(intent);
                StripeControls.updateDispute(intent, "under_review");
                StripeControls.closeDispute(intent, "lost");
            }
        },
        DEBIT_FAILED(EventOrderIT::aLinkAtStripe) {
            @Override
            void happen(String link) {
                String intent = StripeControls.payByDebit(link, IBAN)
                        .get("payment_intent")
                        .getAsString();
                StripeControls.settle(intent, "failed");
            }
        },
        INVOICE_DECLINED_PAID(EventOrderIT::anInvoiceAtStripe) {
            @Override
            void happen(String invoice) {
                StripeControls.pay(invoice, EMPTY_CARD);
                StripeControls.pay(invoice, GOOD_CARD);
            }
        },
        INVOICE_DECLINED_VOIDED(EventOrderIT::anInvoiceAtStripe) {
            @Override
            void happen(String invoice) {
                StripeControls.pay(invoice, EMPTY_CARD);
                StripeControls.voidInvoice(invoice);
            }
        };

        /** Creates a payment for a project and answers its object at Stripe. */
        private final UnaryOperator<String> create;

        Tale(UnaryOperator<String> create) {
            this.create = create;
        }

        abstract void happen(String objectAtStripe);
    }

    /** All of them at first, so that what has to be asked of Stripe is waited for once. */
    @BeforeAll
    static void tell() {
        StripeControls.deliver("off");
        try {
            told = Stream.of(Tale.values()).collect(Collectors.toMap(tale -> tale, EventOrderIT::inEveryOrder));
            told.values().forEach(orders -> orders.values().forEach(EventOrderIT::deliver));
        } finally {
            StripeControls.deliver("on");
        }
    }

    /** What a payment has come to, without what differs from one payment to the next. */
    private record End(
            String status, long paid, long refunded, String dispute, List<String> attention, String failure) {}

    @Test
    void a_card_that_was_declined_then_paid_then_partly_refunded() {
        assertEquals(
                new End("paid", 1999, 800, "none", List.of(), "none"),
                endOfEveryOrder(Tale.DECLINED_PAID_PARTLY_REFUNDED));
    }

    @Test
    void a_dispute_that_is_lost_after_a_refund_that_failed() {
        assertEquals(
                new End("paid", 1999, 0, "lost", List.of("refund_failed"), "none"),
                endOfEveryOrder(Tale.REFUND_FAILED_DISPUTE_LOST));
    }

    @Test
    void a_debit_that_fails_days_later() {
        End end = endOfEveryOrder(Tale.DEBIT_FAILED);

        assertEquals("failed", end.status());
        assertEquals(0, end.paid());
    }

    @Test
    void an_invoice_that_was_declined_then_paid() {
        assertEquals(
                new End("paid", 250_000, 0, "none", List.of(), "none"), endOfEveryOrder(Tale.INVOICE_DECLINED_PAID));
    }

    @Test
    void an_invoice_that_was_voided_after_a_declined_card() {
        assertEquals(
                new End("canceled", 0, 0, "none", List.of(), "none"), endOfEveryOrder(Tale.INVOICE_DECLINED_VOIDED));
    }

    /** Lets it happen to several payments: the events of each, by its id, in another order. */
    private static Map<String, List<JsonObject>> inEveryOrder(Tale tale) {
        Map<String, List<JsonObject>> orders = new LinkedHashMap<>();
        for (int order = 0; order < ORDERS; order++) {
            String project = "Order " + UUID.randomUUID();
            List<JsonObject> before = events();
            String object = tale.create.apply(project);
            tale.happen(object);
            List<JsonObject> events = since(before);
            orders.put(idOf(project), order > 0 ? shuffled(events) : events);
        }
        return orders;
    }

    private static End endOfEveryOrder(Tale tale) {
        Optional<End> first = Optional.empty();
        for (Map.Entry<String, List<JsonObject>> order :
                told.getOrDefault(tale, Map.of()).entrySet()) {
            settle(order.getKey());
            End end = end(ADMIN.payment(order.getKey()));
            assertEquals(first.orElse(end), end, () -> types(order.getValue()));
            assertEachFactOnce(order.getKey());
            first = Optional.of(end);
        }
        return first.orElseThrow();
    }

    private static String types(List<JsonObject> told) {
        return told.stream().map(event -> text(event, "type")).toList().toString();
    }

    private static String aLinkAtStripe(String project) {
        JsonObject link =
                ADMIN.create(aLink("project_name", '"' + project + '"')).json();
        return text(link.getAsJsonObject("stripe"), "payment_link_id");
    }

    private static String anInvoiceAtStripe(String project) {
        JsonObject invoice =
                ADMIN.create(anInvoice("project_name", '"' + project + '"')).json();
        return text(invoice.getAsJsonObject("stripe"), "invoice_id");
    }

    private static String idOf(String project) {
        JsonObject found = ADMIN.get("admin/api/payments?project=" + project.replace(" ", "%20"))
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

    private static List<JsonObject> shuffled(List<JsonObject> told) {
        List<JsonObject> all = new ArrayList<>(told);
        told.stream().filter(event -> RANDOM.nextInt(3) == 0).forEach(all::add);
        Collections.shuffle(all, RANDOM);
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

    private static void assertEachFactOnce(String id) {
        List<String> facts =
                objects(ADMIN.get("admin/api/notifications?limit=100").json().getAsJsonArray("data")).stream()
                        .map(notice -> notice.getAsJsonObject("data"))
                        .filter(data -> data.get("payment_id").isJsonPrimitive()
                                && text(data, "payment_id").equals(id))
                        .map(data -> text(data, "fact"))
                        .toList();
        assertEquals(new HashSet<>(facts).size(), facts.size(), facts.toString());
        boolean isPaid = text(ADMIN.payment(id), "status").equals("paid");
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
