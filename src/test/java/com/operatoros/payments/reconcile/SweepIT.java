package com.operatoros.payments.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.operatoros.payments.support.RunningApplication;
import com.operatoros.payments.support.StripeControls;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What no webhook has told is found by asking Stripe (rules R2 to R4), in the running server. */
@ExtendWith(RunningApplication.class)
class SweepIT {

    private static final String GOOD = "4242424242424242";
    private static final String DECLINED = "4000000000000002";
    private static final String DEBIT = "DE89370400440532013000";

    private final Books books = new Books();

    @AfterEach
    void recover() {
        StripeControls.recover();
        StripeControls.deliver("on");
    }

    @Test
    void a_day_without_webhooks_is_made_good_by_one_sweep_and_a_second_one_changes_nothing() {
        Day day = new Day(books);

        books.sweep();

        assertEquals("paid", books.status(day.paid));
        assertEquals("failed", books.status(day.declined));
        assertEquals("paid", books.status(day.paidInvoice));
        assertEquals("canceled", books.status(day.voided));
        assertEquals("paid", books.status(day.booked));
        assertEquals(
                500, books.payment(day.refunded).get("amount_refunded_minor").getAsLong());
        assertEquals("needs_response", dispute(day.disputed).get("status").getAsString());
        day.all().forEach(id -> {
            assertEquals(List.of(), books.drift(id));
            assertEquals(books.announcements(id).stream().distinct().toList(), books.announcements(id));
        });
        List<List<String>> before = day.all().map(books::snapshot).toList();
        books.sweep();
        assertEquals(before, day.all().map(books::snapshot).toList());
    }

    @Test
    void what_is_recovered_is_marked_so_and_announced_once_even_if_its_events_arrive_later() {
        StripeControls.deliver("off");
        String id = books.aPendingLink();
        String intent = StripeControls.pay(books.stripe(id, "payment_link_id"), GOOD)
                .get("payment_intent")
                .getAsString();

        books.sweep();
        StripeControls.deliver("on");
        eventsOf(intent).forEach(StripeControls::redeliver);

        assertEquals(List.of("recovered"), books.waysTo(id, "paid"));
        assertEquals(List.of("paid:" + id), books.announcements(id));
    }

    @Test
    void two_sweeps_at_once_tell_it_once() {
        StripeControls.deliver("off");
        String id = books.aPendingLink();
        StripeControls.pay(books.stripe(id, "payment_link_id"), GOOD);

        List<CompletableFuture<JsonObject>> sweeps = Stream.of(1, 2)
                .map(number -> CompletableFuture.supplyAsync(books::sweep))
                .toList();
        sweeps.forEach(CompletableFuture::join);

        assertEquals("paid", books.status(id));
        assertEquals(List.of("recovered"), books.waysTo(id, "paid"));
        assertEquals(List.of("paid:" + id), books.announcements(id));
    }

    @Test
    void events_that_can_not_be_read_stay_to_be_read_while_payments_are_asked_about() throws SQLException {
        StripeControls.deliver("off");
        StripeControls.failReads("/v1/events", "500", 100);
        // The scheduled one may be at it: then ours waits until it is done.
        books.sweepInVain();
        String before = Books.cursor();
        String link = books.aPendingLink();
        String invoice = books.aPendingInvoice();
        StripeControls.pay(books.stripe(link, "payment_link_id"), GOOD);
        StripeControls.pay(books.stripe(invoice, "invoice_id"), GOOD);

        books.sweepInVain();

        assertEquals("paid", books.status(link));
        assertEquals("paid", books.status(invoice));
        assertEquals(before, Books.cursor());
        assertTrue(Books.trouble().contains("500"));
        StripeControls.recover();
        books.sweep();
        assertNotEquals(before, Books.cursor());
        assertEquals("null", Books.trouble());
    }

    @Test
    void all_events_that_stripe_still_has_may_be_read_again() throws SQLException {
        String id = books.aPendingLink();
        StripeControls.pay(books.stripe(id, "payment_link_id"), GOOD);
        books.await(id, "paid");
        books.sweep();
        List<String> before = books.snapshot(id);

        Books.forgetCursor();
        books.sweep();

        assertEquals(before, books.snapshot(id));
    }

    @Test
    void a_difference_stays_until_it_is_gone_and_is_told_once() {
        StripeControls.deliver("off");
        String id = books.aPendingLink();
        String link = books.stripe(id, "payment_link_id");
        StripeControls.change("/v1/payment_links/" + link, "active=false");

        books.sweep();
        List<JsonObject> first = books.drift(id);
        books.sweep();

        assertEquals(1, first.size());
        assertEquals("link_inactive", first.get(0).get("kind").getAsString());
        assertEquals("pending", first.get(0).get("ours").getAsString());
        assertEquals("inactive", first.get(0).get("stripe").getAsString());
        assertEquals(first, books.drift(id));
        assertEquals(1, books.announcements(id).size());
        StripeControls.change("/v1/payment_links/" + link, "active=true");
        books.sweep();
        assertEquals(List.of(), books.drift(id));
    }

    @Test
    void a_withdrawn_link_that_takes_payments_again_is_told_once() {
        String id = books.aPendingLink();
        String link = books.stripe(id, "payment_link_id");
        assertEquals(200, books.cancel(id).status());
        StripeControls.change("/v1/payment_links/" + link, "active=true");

        books.sync(id);
        books.sync(id);

        assertEquals(
                List.of("link_active"),
                books.drift(id).stream()
                        .map(item -> item.get("kind").getAsString())
                        .toList());
        assertEquals(1, books.announcements(id).size());
        assertTrue(books.announcements(id).get(0).startsWith("drift:" + id + ":link_active:"));
        StripeControls.change("/v1/payment_links/" + link, "active=false");
        books.sweep();
        assertEquals(List.of(), books.drift(id));
    }

    @Test
    void a_dispute_that_is_found_when_it_has_been_answered_is_announced_once() {
        String id = books.aPendingLink();
        String intent = StripeControls.pay(books.stripe(id, "payment_link_id"), GOOD)
                .get("payment_intent")
                .getAsString();
        books.await(id, "paid");
        StripeControls.deliver("off");
        StripeControls.dispute(intent);
        StripeControls.updateDispute(intent, "under_review");

        books.sweep();
        books.sweep();

        List<String> told = books.announcements(id).stream()
                .filter(fact -> fact.startsWith("disputed:"))
                .toList();
        assertEquals(1, told.size(), told.toString());
        assertEquals("under_review", dispute(id).get("status").getAsString());
    }

    private JsonObject dispute(String id) {
        return books.payment(id).getAsJsonObject("dispute");
    }

    private static List<String> eventsOf(String intent) {
        return Stream.of("payment_intent.succeeded", "checkout.session.completed")
                .flatMap(
                        type -> Books.objects(StripeControls.read("/v1/events?limit=100&type=" + type)
                                        .getAsJsonArray("data"))
                                .stream())
                .filter(event -> event.toString().contains(intent))
                .map(event -> event.get("id").getAsString())
                .toList();
    }

    /** What clients, banks and people at Stripe did while no event arrived. */
    private static final class Day {
        private final String paid;
        private final String declined;
        private final String paidInvoice;
        private final String voided;
        private final String refunded;
        private final String disputed;
        private final String booked;

        private Day(Books books) {
            refunded = books.aPendingLink();
            disputed = books.aPendingInvoice();
            StripeControls.pay(books.stripe(refunded, "payment_link_id"), GOOD);
            StripeControls.pay(books.stripe(disputed, "invoice_id"), GOOD);
            books.await(refunded, "paid");
            books.await(disputed, "paid");
            StripeControls.deliver("off");
            paid = books.aPendingLink();
            declined = books.aPendingLink();
            paidInvoice = books.aPendingInvoice();
            voided = books.aPendingInvoice();
            booked = books.aPendingLink();
            StripeControls.pay(books.stripe(paid, "payment_link_id"), GOOD);
            StripeControls.pay(books.stripe(declined, "payment_link_id"), DECLINED);
            StripeControls.pay(books.stripe(paidInvoice, "invoice_id"), GOOD);
            StripeControls.voidInvoice(books.stripe(voided, "invoice_id"));
            StripeControls.refund(books.stripe(refunded, "payment_intent_id"), 500);
            StripeControls.dispute(books.stripe(disputed, "payment_intent_id"));
            String debit = StripeControls.payByDebit(books.stripe(booked, "payment_link_id"), DEBIT)
                    .get("payment_intent")
                    .getAsString();
            StripeControls.settle(debit, "succeeded");
        }

        private Stream<String> all() {
            return Stream.of(paid, declined, paidInvoice, voided, refunded, disputed, booked);
        }
    }
}
