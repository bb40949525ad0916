package com.operatoros.payments.sql;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lets a transaction that does the same for many write what is alike at once, at its end. Whoever writes need not know whether there are
 * others: by itself, everything is written immediately.
 */
@ApplicationScoped
public class WriteBatch {

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transaction;

    /** Things that wait for their writer. */
    private record Kind<T>(Consumer<List<T>> writer, List<T> things) {
        void write() {
            writer.accept(things);
        }
    }

    /** What waits, in the order in which the first of each kind came. */
    private static final class Waiting {
        private final Map<Consumer<?>, Kind<?>> kinds = new LinkedHashMap<>();

        /** A kind is only ever found by the writer that it was made with. */
        @SuppressWarnings("unchecked")
        <T> void add(Consumer<List<T>> writer, T one) {
            ((Kind<T>) kinds.computeIfAbsent(writer, first -> new Kind<>(writer, new ArrayList<>())))
                    .things()
                    .add(one);
        }

        void write(Consumer<?> writer) {
            Kind<?> kind = kinds.remove(writer);
            if (kind != null) {
                kind.write();
            }
        }

        /** Writing one kind may bring others. */
        void write() {
            while (!kinds.isEmpty()) {
                write(kinds.keySet().iterator().next());
            }
        }
    }

    /** Several are coming: what follows in this transaction waits for {@link #end()}. */
    public void begin() {
        transaction.putResource(WriteBatch.class, new Waiting());
    }

    /** Writes all that waits; what does not get here is rolled back with its transaction. */
    public void end() {
        Objects.requireNonNull(waiting(), "it has begun").write();
        transaction.putResource(WriteBatch.class, null);
    }

    /**
     * Writes one, in time.
     *
     * @param writer the same object each time; it writes all that it is given, in this order
     */
    public <T> void write(Consumer<List<T>> writer, T one) {
        Waiting waiting = waiting();
        if (waiting == null) {
            writer.accept(List.of(one));
        } else {
            waiting.add(writer, one);
        }
    }

    /** Writes what waits for this writer, since somebody is going to read it. */
    public <T> void settle(Consumer<List<T>> writer) {
        Waiting waiting = waiting();
        if (waiting != null) {
            waiting.write(writer);
        }
    }

    private @Nullable Waiting waiting() {
        return (Waiting) transaction.getResource(WriteBatch.class);
    }
}
