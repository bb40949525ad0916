package com.operatoros.payments.sandbox.stripe.store;

import com.google.gson.JsonObject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All objects of one kind, by id and in the order in which they were first put. */
final class Shelf {

    private final NavigableMap<Long, JsonObject> byPlace = new TreeMap<>();
    private final Map<String, Long> places = new HashMap<>();

    Optional<JsonObject> find(String id) {
        return Optional.ofNullable(places.get(id)).map(byPlace::get);
    }

    /** Puts, replaces, or with null removes; an object that is replaced keeps its place. */
    void set(String id, @Nullable JsonObject object, long newPlace) {
        if (object == null) {
            Long place = places.remove(id);
            if (place != null) {
                byPlace.remove(place);
            }
        } else {
            byPlace.put(places.computeIfAbsent(id, unknown -> newPlace), object);
        }
    }

    long place(String id) {
        return places.getOrDefault(id, -1L);
    }

    Collection<JsonObject> newestFirst() {
        return byPlace.descendingMap().values();
    }

    Map<Long, JsonObject> inOrder() {
        return byPlace;
    }
}
