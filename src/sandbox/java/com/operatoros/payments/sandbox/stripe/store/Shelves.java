package com.operatoros.payments.sandbox.stripe.store;

import com.google.gson.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The shelves of all kinds, with one order of places over all of them. */
final class Shelves {

    private final Map<Kind, Shelf> shelves = new EnumMap<>(Kind.class);
    private long nextPlace;

    Shelves() {
        for (Kind kind : Kind.values()) {
            shelves.put(kind, new Shelf());
        }
    }

    Shelf of(Kind kind) {
        return Optional.ofNullable(shelves.get(kind)).orElseThrow();
    }

    /** Does the write and answers what undoes it. */
    Runnable set(Write write) {
        Shelf shelf = of(write.kind());
        JsonObject before = shelf.find(write.id()).orElse(null);
        long place = before == null ? nextPlace++ : shelf.place(write.id());
        shelf.set(write.id(), write.object(), place);
        return () -> shelf.set(write.id(), before, place);
    }

    /** Drops what is older than its kind is kept. */
    void forgetOld(Clock clock) {
        shelves.forEach((kind, shelf) -> {
            Duration keptFor = kind.keptFor();
            if (keptFor != null) {
                long oldest = clock.instant().minus(keptFor).getEpochSecond();
                List.copyOf(shelf.newestFirst()).stream()
                        .filter(object -> object.get("created").getAsLong() < oldest)
                        .forEach(object -> shelf.set(Json.requiredText(object, "id"), null, -1));
            }
        });
    }

    /** All objects in the order of their places, so that lists keep their order after a restart. */
    Stream<Write> everything() {
        Map<Long, Write> all = new TreeMap<>();
        shelves.forEach((kind, shelf) -> shelf.inOrder()
                .forEach((place, object) -> all.put(place, new Write(kind, Json.requiredText(object, "id"), object))));
        return all.values().stream();
    }
}
