package com.operatoros.payments.webhook;

import static com.operatoros.payments.webhook.EventOutcome.APPLIED;
import static com.operatoros.payments.webhook.EventOutcome.DUPLICATE;
import static com.operatoros.payments.webhook.EventOutcome.IGNORED;
import static com.operatoros.payments.webhook.EventOutcome.PARKED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.operatoros.payments.gateway.AttemptReport;
import com.operatoros.payments.gateway.AttemptState;
import com.operatoros.payments.gateway.Failure;
import com.operatoros.payments.gateway.GatewayReport;
import com.operatoros.payments.gateway.IntentId;
import com.operatoros.payments.gateway.ObjectKind;
import com.operatoros.payments.money.Amount;
import com.operatoros.payments.payment.PaymentFixtures;
import com.operatoros.payments.payment.PaymentStatus;
import com.operatoros.payments.payment.Payments;
import com.operatoros.payments.stripe.StripeEvent;
import com.operatoros.payments.support.AtOnce;
import com.operatoros.payments.support.Deployments;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The transaction of an event (rules N1 to N3, P5, P6, W2 to W5, W9 and W10), in the running server against PostgreSQL. */
@ExtendWith(ArquillianExtension.class)
@Tag("alone")
class EventInboxIT {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @EJB
    private EventInbox inbox;

    @Inject
    private EventQueue queue;

    @EJB
    private PaymentFixtures payments;

    @Inject
    private FailingObserver observer;

    @Inject
    private AtOnce atOnce;

    @Deployment
    static WebArchive war() {
        return Deployments.war()
                .addClasses(
                        PaymentFixtures.class,
                        Payments.class,
                        EventStory.class,
                        FailingObserver.class,
                        AtOnce.class,
                        Deployments.class);
    }

    @Test
    void the_same_event_twice_has_its_effect_once() {
        UUID payment = payments.aPendingPayment(id("plink"));
        StripeEvent event = paid(id("evt"), payment, id("pi"));

        assertEquals(APPLIED, inbox.accept(event));
        assertEquals(DUPLICATE, inbox.accept(event));

        assertEquals(150_000, payments.see(payment).paidMinor());
        assertEquals(List.of("Payment received"), payments.notifications(payment));
        assertEquals(1, payments.countHistory(payment));
    }

    @Test
    void the_same_event_twenty_times_at_once_has_its_effect_once() throws Exception {
        UUID payment = payments.aPendingPayment(id("plink"));
        StripeEvent event = paid(id("evt"), payment, id("pi"));

        List<EventOutcome> outcomes = atOnce.call(Collections.nCopies(20, () -> inbox.accept(event)));

        assertEquals(1, Collections.frequency(outcomes, APPLIED));
        assertEquals(19, Collections.frequency(outcomes, DUPLICATE));
        assertEquals(1, payments.countEvents(event.id()));
        assertEquals(List.of("Payment received"), payments.notifications(payment));
        assertEquals(1, payments.countHistory(payment));
    }

    @Test
    void different_events_of_one_payment_at_once_are_told_once() throws Exception {
        UUID payment = payments.aPendingPayment(id("plink"));
        String intent = id("pi");
        List<Callable<EventOutcome>> calls = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            StripeEvent event = paid(id("evt"), payment, intent);
            calls.add(() -> inbox.accept(event));
        }

        List<EventOutcome> outcomes = atOnce.call(calls);

        assertEquals(10, Collections.frequency(outcomes, APPLIED));
        assertEquals(150_000, payments.see(payment).paidMinor());
        assertEquals(List.of("Payment received"), payments.notifications(payment));
        assertEquals(10, payments.countHistory(payment));
    }

    @Test
    void a_late_failure_does_not_undo_a_paid_payment_and_tells_nobody() {
        UUID payment = payments.aPendingPayment(id("plink"));
        inbox.accept(paid(id("evt"), payment, id("pi")));

        EventOutcome outcome = inbox.accept(declined(id("evt"), payment, id("pi"), id("ch")));

        assertEquals(APPLIED, outcome);
        assertEquals(PaymentStatus.PAID, payments.see(payment).status());
        assertEquals(List.of("Payment received"), payments.notifications(payment));
        assertEquals(2, payments.countHistory(payment));
    }

    @Test
    void a_good_card_after_a_declined_one_makes_it_paid_and_both_are_told() {
        UUID payment = payments.aPendingPayment(id("plink"));
        String intent = id("pi");

        inbox.accept(declined(id("evt"), payment, intent, id("ch")));
        assertEquals("insufficient_funds", payments.see(payment).failureCode());
        inbox.accept(paid(id("evt"), payment, intent));

        assertEquals(PaymentStatus.PAID, payments.see(payment).status());
        assertEquals(List.of("Payment failed", "Payment received"), payments.notifications(payment));
    }

    @Test
    void a_failure_without_its_reason_is_told_once_and_completed_later() {
        UUID payment = payments.aPendingPayment(id("plink"));
        String intent = id("pi");

        inbox.accept(event(id("evt"), payment, report(AttemptState.FAILED, intent, null, null), Map.of()));
        inbox.accept(declined(id("evt"), payment, intent, id("ch")));

        assertEquals(PaymentStatus.FAILED, payments.see(payment).status());
        assertEquals(List.of("Payment failed"), payments.notifications(payment));
    }

    @Test
    void an_event_may_come_before_the_creation_has_recorded_its_ids() {
        UUID payment = payments.aPaymentBeingCreated();
        String link = id("plink");
        StripeEvent event = event(
                id("evt"),
                payment,
                report(AttemptState.PAID, id("pi"), null, null),
                Map.of(ObjectKind.PAYMENT_LINK, link, ObjectKind.CHECKOUT_SESSION, id("cs")));

        assertEquals(APPLIED, inbox.accept(event));
        payments.recordLink(payment, link);

        assertEquals(PaymentStatus.PAID, payments.see(payment).status());
    }

    @Test
    void an_event_without_metadata_is_ours_by_an_id_that_we_know() {
        String link = id("plink");
        UUID payment = payments.aPendingPayment(link);
        String session = id("cs");
        StripeEvent event = event(
                id("evt"),
                null,
                report(AttemptState.PAID, id("pi"), null, null),
                Map.of(ObjectKind.PAYMENT_LINK, link, ObjectKind.CHECKOUT_SESSION, session));

        assertEquals(APPLIED, inbox.accept(event));

        assertEquals(PaymentStatus.PAID, payments.see(payment).status());
        assertEquals(session, payments.see(payment).session());
    }

    @Test
    void the_recorded_object_decides_and_not_the_note_on_it() {
        String linkOfOne = id("plink");
        UUID one = payments.aPendingPayment(linkOfOne);
        UUID other = payments.aPendingPayment(id("plink"));
        StripeEvent event = event(
                id("evt"),
                other,
                report(AttemptState.PAID, id("pi"), null, null),
                Map.of(ObjectKind.PAYMENT_LINK, linkOfOne));

        assertEquals(APPLIED, inbox.accept(event));

        assertEquals(PaymentStatus.PAID, payments.see(one).status());
        assertEquals(PaymentStatus.PENDING, payments.see(other).status());
    }

    @Test
    void recorded_objects_that_contradict_each_other_change_nothing_and_are_reported() {
        String linkOfOne = id("plink");
        UUID one = payments.aPendingPayment(linkOfOne);
        String linkOfOther = id("plink");
        UUID other = payments.aPendingPayment(linkOfOther);
        StripeEvent event = event(
                id("evt"),
                null,
                report(AttemptState.PAID, id("pi"), null, null),
                Map.of(ObjectKind.PAYMENT_LINK, linkOfOne, ObjectKind.CHECKOUT_SESSION, linkOfOther));

        assertEquals(IGNORED, inbox.accept(event));

        assertEquals(PaymentStatus.PENDING, payments.see(one).status());
        assertEquals(PaymentStatus.PENDING, payments.see(other).status());
        assertEquals(List.of("critical"), payments.contradictions(event.id()));
        assertEquals(1, payments.countHistory(one));
        assertEquals(1, payments.countHistory(other));
    }

    @Test
    void the_failure_of_a_delayed_payment_is_told_with_its_reason_in_either_order() {
        for (boolean reasonFirst : new boolean[] {true, false}) {
            UUID payment = payments.aPendingPayment(id("plink"));
            String intent = id("pi");
            String charge = id("ch");
            inbox.accept(event(id("evt"), payment, report(AttemptState.PROCESSING, intent, null, null), Map.of()));
            inbox.accept(event(id("evt"), payment, report(AttemptState.PROCESSING, intent, charge, null), Map.of()));
            StripeEvent reason = declined(id("evt"), payment, intent, charge);
            StripeEvent end = event(id("evt"), payment, report(AttemptState.FAILED, intent, null, null), Map.of());

            inbox.accept(reasonFirst ? reason : end);
            inbox.accept(reasonFirst ? end : reason);

            assertEquals(PaymentStatus.FAILED, payments.see(payment).status());
            assertEquals(List.of("Payment failed"), payments.notifications(payment));
            assertTrue(payments.messages(payment).get(0).contains("not enough money"));
        }
    }

    @Test
    void two_failures_are_one_piece_of_news_with_the_latest_reason() {
        UUID payment = payments.aPendingPayment(id("plink"));
        String intent = id("pi");
        Failure stolen = new Failure("stolen_card", "Your card was declined.");

        inbox.accept(event(id("evt"), payment, report(AttemptState.FAILED, intent, id("ch"), stolen), Map.of()));
        inbox.accept(declined(id("evt"), payment, intent, id("ch")));

        assertEquals(1, payments.messages(payment).size(), "more of the same is one piece of news");
        assertTrue(payments.messages(payment).get(0).contains("2 attempts have failed"));
        assertTrue(payments.messages(payment).get(0).contains("not enough money"));
    }

    @Test
    void an_event_of_ours_that_does_not_say_enough_is_written_down_and_changes_nothing() {
        UUID payment = payments.aPendingPayment(id("plink"));
        StripeEvent event = new StripeEvent(
                id("evt"),
                "of.a.test",
                NOON,
                false,
                false,
                Optional.of(payment),
                Map.of(),
                Optional.empty(),
                Optional.of(new GatewayReport.Unclear()),
                "{}");

        assertEquals(PARKED, inbox.accept(event));

        assertEquals(PaymentStatus.PENDING, payments.see(payment).status());
        assertEquals(1, payments.countHistory(payment));
    }

    @Test
    void a_foreign_event_leaves_nothing_behind() {
        StripeEvent event = paid(id("evt"), UUID.randomUUID(), id("pi"));

        assertEquals(IGNORED, inbox.accept(event));

        assertEquals(0, payments.countEvents(event.id()));
    }

    @Test
    void an_event_of_the_other_mode_is_not_ours() {
        UUID payment = payments.aPendingPayment(id("plink"));
        StripeEvent test = paid(id("evt"), payment, id("pi"));
        StripeEvent live = new StripeEvent(
                test.id(),
                test.type(),
                test.created(),
                true,
                false,
                test.namedPayment(),
                test.objectIds(),
                Optional.empty(),
                test.report(),
                test.payload());

        assertEquals(IGNORED, inbox.accept(live));

        assertEquals(PaymentStatus.PENDING, payments.see(payment).status());
    }

    @Test
    void what_fails_in_the_middle_leaves_nothing_and_the_repetition_applies_it() {
        UUID payment = payments.aPendingPayment(id("plink"));
        StripeEvent event = paid(id("evt"), payment, id("pi"));
        observer.failFor(payment);

        assertThrows(EJBException.class, () -> inbox.accept(event));

        assertEquals(new PaymentFixtures.Seen(PaymentStatus.PENDING, 0, null, null, 0), payments.see(payment));
        assertEquals(0, payments.countEvents(event.id()));
        assertEquals(0, payments.countHistory(payment));
        assertEquals(List.of(), payments.notifications(payment));
        observer.recover(payment);
        assertEquals(APPLIED, inbox.accept(event));
        assertEquals(PaymentStatus.PAID, payments.see(payment).status());
    }

    /** What is written at the end of a group as well (rule DB5). */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void a_stream_of_events_comes_to_the_same_in_groups_of_any_cut(long seed) {
        EventStory story = new EventStory(new Random(seed));
        EventStory.Cast alone = aCast();
        EventStory.Cast grouped = aCast();

        List<EventOutcome> outcomes =
                story.of(alone).stream().map(inbox::accept).toList();
        List<EventOutcome> ofGroups = new ArrayList<>();
        Random cuts = new Random(seed + 1_000);
        List<StripeEvent> left = new ArrayList<>(story.of(grouped));
        while (!left.isEmpty()) {
            List<StripeEvent> group = left.subList(0, Math.min(left.size(), 1 + cuts.nextInt(16)));
            ofGroups.addAll(inbox.acceptAll(List.copyOf(group)));
            group.clear();
        }

        assertEquals(outcomes, ofGroups);
        assertEquals(endOf(alone), endOf(grouped));
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void a_payment_that_fails_in_the_middle_of_groups_holds_up_no_other_and_catches_up(long seed) throws Exception {
        EventStory story = new EventStory(new Random(seed));
        EventStory.Cast alone = aCast();
        EventStory.Cast failing = aCast();
        UUID sick = failing.payments().get((int) (seed % EventStory.PAYMENTS));
        story.withNames(alone).forEach(inbox::accept);
        observer.failFor(sick);

        List<StripeEvent> events = story.withNames(failing);
        Map<String, EventOutcome> outcomes = new LinkedHashMap<>();
        List<Future<EventOutcome>> running = events.stream().map(queue::take).toList();
        for (int i = 0; i < events.size(); i++) {
            outcomes.putIfAbsent(events.get(i).id(), running.get(i).get());
        }
        observer.recover(sick);
        Set<String> caughtUp = new HashSet<>();
        events.stream()
                .filter(event -> payments.hasFailed(event.id()) && caughtUp.add(event.id()))
                .forEach(inbox::takeAgain);

        assertTrue(outcomes.containsValue(PARKED), "the story needs a failure");
        // In which order they are told depends on who was held up.
        assertEquals(stateOf(alone), stateOf(failing));
        assertTrue(events.stream().noneMatch(event -> payments.hasFailed(event.id())));
    }

    @Test
    void a_payment_that_somebody_else_is_changing_holds_up_no_other() throws Exception {
        UUID busy = payments.aPendingPayment(id("plink"));
        UUID free = payments.aPendingPayment(id("plink"));
        StripeEvent ofBusy = paid(id("evt"), busy, id("pi"));
        StripeEvent ofFree = paid(id("evt"), free, id("pi"));

        Callable<List<Optional<EventOutcome>>> group =
                () -> inbox.take(List.of(ofBusy, ofFree)).outcomes();

        List<Optional<EventOutcome>> outcomes =
                payments.whileLocked(busy, () -> atOnce.call(List.of(group)).get(0));

        assertEquals(List.of(Optional.empty(), Optional.of(APPLIED)), outcomes);
        assertEquals(PaymentStatus.PENDING, payments.see(busy).status());
        assertEquals(APPLIED, queue.take(ofBusy).get());
    }

    @Test
    void what_fails_by_itself_is_kept_with_its_error_and_told_once() throws Exception {
        UUID payment = payments.aPendingPayment(id("plink"));
        StripeEvent event = paid(id("evt"), payment, id("pi"));
        observer.failFor(payment);

        assertEquals(PARKED, queue.take(event).get());
        assertEquals(PARKED, queue.take(event).get(), "as long as it fails, a repetition fails as well");

        assertTrue(payments.hasFailed(event.id()));
        assertEquals(PaymentStatus.PENDING, payments.see(payment).status());
        assertEquals(0, payments.countHistory(payment));
        observer.recover(payment);
        assertEquals(APPLIED, queue.take(event).get(), "a repetition is as good as trying again");
        assertEquals(DUPLICATE, queue.take(event).get());
        assertEquals(PaymentStatus.PAID, payments.see(payment).status());
    }

    private EventStory.Cast aCast() {
        String of = id("cast");
        return new EventStory.Cast(
                of,
                Stream.generate(() -> payments.aPendingPayment(id("plink")))
                        .limit(EventStory.PAYMENTS)
                        .toList());
    }

    private List<PaymentFixtures.Seen> stateOf(EventStory.Cast cast) {
        return cast.payments().stream().map(payments::see).toList();
    }

    /** What has become of them, without what tells one cast from another. */
    private List<String> endOf(EventStory.Cast cast) {
        return cast.payments().stream()
                .map(payment ->
                        payments.see(payment) + " " + payments.messages(payment) + " " + payments.history(payment))
                .map(end -> end.replace(cast.of(), "cast"))
                .toList();
    }

    private static String id(String prefix) {
        return prefix + "_" + UUID.randomUUID().toString().replace("-", "");
    }

    private static StripeEvent paid(String eventId, UUID payment, String intent) {
        return event(
                eventId,
                payment,
                report(AttemptState.PAID, intent, null, null),
                Map.of(ObjectKind.PAYMENT_INTENT, intent));
    }

    private static StripeEvent declined(String eventId, UUID payment, String intent, String charge) {
        Failure failure = new Failure("insufficient_funds", "Your card has insufficient funds.");
        return event(
                eventId,
                payment,
                report(AttemptState.FAILED, intent, charge, failure),
                Map.of(ObjectKind.PAYMENT_INTENT, intent));
    }

    private static AttemptReport report(
            AttemptState state, String intent, @Nullable String charge, @Nullable Failure failure) {
        String attempt = charge == null ? "cs_of_" + intent : charge;
        return new AttemptReport(state, attempt, new IntentId(intent), new Amount(150_000, "usd"), NOON, failure);
    }

    private static StripeEvent event(
            String id, @Nullable UUID named, AttemptReport report, Map<ObjectKind, String> ids) {
        return new StripeEvent(
                id,
                "of.a.test",
                NOON,
                false,
                false,
                Optional.ofNullable(named),
                ids,
                Optional.empty(),
                Optional.of(new GatewayReport.Attempt(report, false)),
                "{}");
    }
}
