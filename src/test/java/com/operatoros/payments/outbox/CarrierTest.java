package com.operatoros.payments.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.operatoros.payments.text.Message;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How what is due is carried to its receiver (rules X2, X3, X4 and X6). */
class CarrierTest {

    private static final Carrier.Patience LONG = new Carrier.Patience(Duration.ofMinutes(1), Duration.ofMillis(1));
    private static final Carrier.Patience SHORT = new Carrier.Patience(Duration.ofMillis(1), Duration.ofMillis(2));
    private static final Logger LOG = Logger.getLogger("com.operatoros.payments.outbox");

    private final LetterBox box = new LetterBox();
    private final Deque<Runnable> threads = new ArrayDeque<>();
    private final Carrier<String> carrier = new Carrier<>(box, threads::add, LONG);
    private final Lines lines = new Lines();

    @BeforeEach
    void listen() {
        LOG.addHandler(lines);
    }

    @AfterEach
    void leave() {
        LOG.removeHandler(lines);
    }

    @Test
    void all_that_is_due_is_carried_and_only_a_few_at_once() {
        IntStream.range(0, 10).forEach(i -> box.due.add("letter " + i));

        carrier.carryDue();
        assertEquals(Carrier.AT_ONCE, threads.size());
        runAll();

        assertEquals(10, box.recorded.size());
        assertEquals(box.handedOver, box.recorded);
    }

    @Test
    void what_was_taken_is_recorded_once_the_database_is_back_and_not_handed_over_again() {
        box.due.add("letter");
        box.failuresOfRecording = 3;

        carrier.carryDue();
        runAll();

        assertEquals(List.of("letter"), box.handedOver);
        assertEquals(List.of("letter"), box.recorded);
        assertEquals(List.of(Handover.taken()), box.ends);
    }

    @Test
    void recording_is_given_up_with_the_lease_and_the_next_is_carried() {
        Carrier<String> hasty = new Carrier<>(box, threads::add, SHORT);
        box.due.add("lost");
        box.failuresOfRecording = Integer.MAX_VALUE;
        hasty.carryDue();
        runAll();

        box.failuresOfRecording = 0;
        box.due.add("next");
        hasty.carryDue();
        runAll();

        assertEquals(List.of("next"), box.recorded);
    }

    @Test
    void what_cannot_be_written_is_tried_again_later_with_the_reason() {
        box.due.add("letter");
        box.troubleOfHandingOver = new IllegalStateException("client@example.com");

        carrier.carryDue();
        runAll();

        assertEquals(List.of(Handover.later(Message.of("outbox.unwritable", "IllegalStateException"))), box.ends);
    }

    @Test
    void trouble_of_the_database_is_said_once_and_again_after_it_was_over() {
        box.isUnreadable = true;
        carrier.tick();
        carrier.tick();
        assertEquals(1, lines.warnings());

        box.isUnreadable = false;
        carrier.tick();
        box.isUnreadable = true;
        carrier.tick();

        assertEquals(2, lines.warnings());
    }

    @Test
    void after_trouble_of_the_database_every_place_is_free_again() {
        box.isUnreadable = true;
        IntStream.range(0, 10).forEach(i -> carrier.tick());
        box.isUnreadable = false;
        IntStream.range(0, 10).forEach(i -> box.due.add("letter " + i));

        carrier.carryDue();

        assertEquals(Carrier.AT_ONCE, threads.size());
    }

    @Test
    void without_a_thread_nothing_is_carried_and_no_place_is_lost() {
        List<Boolean> isStopping = new ArrayList<>(Collections.nCopies(10, true));
        Executor executor = work -> {
            if (!isStopping.isEmpty() && isStopping.remove(0)) {
                throw new RejectedExecutionException();
            }
            threads.add(work);
        };
        Carrier<String> stopping = new Carrier<>(box, executor, LONG);
        IntStream.range(0, 20).forEach(i -> box.due.add("letter " + i));

        IntStream.range(0, 10).forEach(i -> stopping.carryDue());
        assertEquals(0, threads.size());
        stopping.carryDue();

        assertEquals(Carrier.AT_ONCE, threads.size());
    }

    @Test
    void calls_that_take_too_long_are_ended_even_while_every_place_is_taken() {
        IntStream.range(0, 10).forEach(i -> box.due.add("letter " + i));
        carrier.carryDue();

        carrier.tick();

        assertEquals(1, box.cuts);
    }

    @Test
    void a_log_tells_how_a_try_has_ended_and_nothing_that_the_receiver_said() {
        box.due.addAll(List.of("letter 1", "letter 2", "letter 3"));
        box.answers.addAll(List.of(
                Handover.refused(Message.quote("550 <client@example.com>: no such user")),
                Handover.later(Message.quote("450 client@example.com"), Duration.ZERO),
                Handover.pointless(Message.quote("client@example.com has paid"))));

        carrier.carryDue();
        runAll();

        assertTrue(lines.all().contains("Attempt 1 at letter letter 1: REFUSED"), lines.all());
        assertFalse(lines.all().contains("example.com"), lines.all());
        assertEquals(1, lines.warnings());
    }

    private void runAll() {
        for (Runnable next = threads.poll(); next != null; next = threads.poll()) {
            next.run();
        }
    }

    /** An outbox in memory, in which anything can go wrong. */
    private static final class LetterBox implements Outbox<String> {

        private final Deque<String> due = new ArrayDeque<>();
        private final Deque<Handover> answers = new ArrayDeque<>();
        private final List<String> handedOver = new ArrayList<>();
        private final List<String> recorded = new ArrayList<>();
        private final List<Handover> ends = new ArrayList<>();
        private @Nullable RuntimeException troubleOfHandingOver;
        private int failuresOfRecording;
        private boolean isUnreadable;
        private int cuts;

        @Override
        public String name() {
            return "letter";
        }

        @Override
        public Optional<Lease<String>> claimNext() {
            if (isUnreadable) {
                throw new IllegalStateException("no database");
            }
            return Optional.ofNullable(due.poll()).map(letter -> new Lease<>(letter, 1));
        }

        @Override
        public Handover handOver(Lease<String> lease) {
            if (troubleOfHandingOver != null) {
                throw troubleOfHandingOver;
            }
            handedOver.add(lease.what());
            return answers.isEmpty() ? Handover.taken() : answers.remove();
        }

        @Override
        public void record(Lease<String> lease, Handover end) {
            if (failuresOfRecording > 0) {
                failuresOfRecording--;
                throw new IllegalStateException("no database");
            }
            recorded.add(lease.what());
            ends.add(end);
        }

        @Override
        public void cutOverdue() {
            cuts++;
        }
    }

    /** What the log says. */
    private static final class Lines extends Handler {

        private final List<LogRecord> records = new ArrayList<>();

        long warnings() {
            return records.stream()
                    .filter(line -> line.getLevel().intValue() >= Level.WARNING.intValue())
                    .count();
        }

        String all() {
            SimpleFormatter format = new SimpleFormatter();
            return records.stream().map(format::formatMessage).toList().toString();
        }

        @Override
        public void publish(LogRecord line) {
            records.add(line);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
