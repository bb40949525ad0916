package com.operatoros.payments.sandbox.stripe.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules ST1 to ST4 of the sandbox. */
class StoreTest {

    private static final String JOURNAL = "stripe.journal";

    @Test
    void a_change_that_fails_leaves_no_trace() throws IOException {
        try (Store store = forgetful()) {
            store.put(Kind.CUSTOMER, customer("cus_1", "before"));

            assertThrows(
                    IllegalStateException.class,
                    () -> store.change(() -> {
                        store.put(Kind.CUSTOMER, customer("cus_1", "after"));
                        store.put(Kind.CUSTOMER, customer("cus_2", "new"));
                        throw new IllegalStateException("in the middle");
                    }));

            assertEquals("before", name(store, "cus_1"));
            assertTrue(store.find(Kind.CUSTOMER, "cus_2").isEmpty());
        }
    }

    @Test
    void a_kill_keeps_whole_changes_and_a_cut_one_is_dropped(@TempDir Path folder, @TempDir Path killed)
            throws IOException {
        try (Store store = Store.open(folder, Clock.systemUTC())) {
            store.put(Kind.CUSTOMER, customer("cus_1", "kept"));
            Files.copy(folder.resolve(JOURNAL), killed.resolve(JOURNAL));
        }
        Files.writeString(killed.resolve(JOURNAL), "[[\"customer\",\"cus_2\"", StandardOpenOption.APPEND);

        try (Store store = Store.open(killed, Clock.systemUTC())) {
            store.put(Kind.CUSTOMER, customer("cus_3", "later"));
        }

        try (Store store = Store.open(killed, Clock.systemUTC())) {
            assertEquals("kept", name(store, "cus_1"));
            assertTrue(store.find(Kind.CUSTOMER, "cus_2").isEmpty());
            assertEquals("later", name(store, "cus_3"));
        }
    }

    @Test
    void what_is_read_is_a_copy() throws IOException {
        try (Store store = forgetful()) {
            JsonObject put = customer("cus_1", "as it was put");
            store.put(Kind.CUSTOMER, put);

            put.addProperty("name", "changed by who put it");
            store.get(Kind.CUSTOMER, "cus_1").addProperty("name", "changed by who read it");

            assertEquals("as it was put", name(store, "cus_1"));
        }
    }

    @Test
    void what_follows_a_change_starts_when_it_is_committed_and_only_then() throws IOException {
        List<String> followed = new ArrayList<>();
        try (Store store = forgetful()) {
            store.change(() -> {
                store.afterwards(() -> followed.add("after a success"));
                assertEquals(List.of(), followed);
            });
            assertThrows(
                    IllegalStateException.class,
                    () -> store.change(() -> {
                        store.afterwards(() -> followed.add("after a failure"));
                        throw new IllegalStateException("in the middle");
                    }));
        }

        assertEquals(List.of("after a success"), followed);
    }

    private static Store forgetful() throws IOException {
        return Store.open(null, Clock.systemUTC());
    }

    private static JsonObject customer(String id, String name) {
        JsonObject customer = new JsonObject();
        customer.addProperty("id", id);
        customer.addProperty("object", "customer");
        customer.addProperty("name", name);
        return customer;
    }

    private static String name(Store store, String id) {
        return store.get(Kind.CUSTOMER, id).get("name").getAsString();
    }
}
