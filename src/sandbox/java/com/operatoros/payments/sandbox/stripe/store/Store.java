package com.operatoros.payments.sandbox.stripe.store;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All objects of the sandbox behind one lock, in memory and, with a folder, in a journal that survives a kill. */
public final class Store implements AutoCloseable {

    private final ReentrantLock lock = new ReentrantLock();
    private final Shelves shelves;
    private final @Nullable Journal journal;
    private final List<Write> change = new ArrayList<>();
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private final List<Runnable> afterwards = new ArrayList<>();

    private Store(Shelves shelves, @Nullable Journal journal) {
        this.shelves = shelves;
        this.journal = journal;
    }

    /** Opens what the folder holds; without a folder everything is forgotten at the end. */
    public static Store open(@Nullable Path folder, Clock clock) throws IOException {
        Shelves shelves = new Shelves();
        if (folder == null) {
            return new Store(shelves, null);
        }
        Journal journal = Journal.open(folder, change -> change.forEach(shelves::set));
        shelves.forgetOld(clock);
        journal.replace(shelves.everything());
        return new Store(shelves, journal);
    }

    /** Runs a change under the lock: all of it is kept, or, when it throws, nothing. A change inside a change joins it. */
    public <T> T change(Supplier<T> work) {
        if (lock.isHeldByCurrentThread()) {
            return work.get();
        }
        List<Runnable> followUps;
        T result;
        lock.lock();
        try {
            result = commit(work);
            followUps = List.copyOf(afterwards);
        } finally {
            change.clear();
            undo.clear();
            afterwards.clear();
            lock.unlock();
        }
        followUps.forEach(Runnable::run);
        return result;
    }

    /** The same for a change without a result. */
    public void change(Runnable work) {
        change(() -> {
            work.run();
            return true;
        });
    }

    private <T> T commit(Supplier<T> work) {
        try {
            T result = work.get();
            if (journal != null && !change.isEmpty()) {
                journal.append(change);
            }
            return result;
        } catch (RuntimeException | Error e) {
            undo.forEach(Runnable::run);
            throw e;
        }
    }

    /** Starts something once the current change is committed; it is dropped with a change that fails. */
    public void afterwards(Runnable followUp) {
        change(() -> {
            afterwards.add(followUp);
        });
    }

    /** Puts an object under its own id. */
    public void put(Kind kind, JsonObject object) {
        write(new Write(kind, Json.requiredText(object, "id"), object.deepCopy()));
    }

    /** Removes an object. */
    public void remove(Kind kind, String id) {
        write(new Write(kind, id, null));
    }

    private void write(Write write) {
        change(() -> {
            undo.push(shelves.set(write));
            change.add(write);
        });
    }

    /** A copy of the object. */
    public Optional<JsonObject> find(Kind kind, String id) {
        return change(() -> shelves.of(kind).find(id).map(JsonObject::deepCopy));
    }

    /** A copy of an object that must be there. */
    public JsonObject get(Kind kind, String id) {
        return find(kind, id).orElseThrow(() -> new IllegalStateException("no " + kind + " " + id));
    }

    /** Copies of those that fit, newest first. */
    public List<JsonObject> newestFirst(Kind kind, Predicate<JsonObject> filter) {
        return newestFirst(kind, filter, Integer.MAX_VALUE);
    }

    /** Copies of the newest that fit, at most so many. */
    public List<JsonObject> newestFirst(Kind kind, Predicate<JsonObject> filter, int most) {
        return change(() -> shelves.of(kind).newestFirst().stream()
                .filter(filter)
                .limit(most)
                .map(JsonObject::deepCopy)
                .toList());
    }

    /** The ids of those that fit, newest first; far cheaper than copies when only a page of them is wanted. */
    public List<String> ids(Kind kind, Predicate<JsonObject> filter) {
        return change(() -> shelves.of(kind).newestFirst().stream()
                .filter(filter)
                .map(object -> Json.requiredText(object, "id"))
                .toList());
    }

    @Override
    public void close() throws IOException {
        if (journal != null) {
            journal.close();
        }
    }
}
