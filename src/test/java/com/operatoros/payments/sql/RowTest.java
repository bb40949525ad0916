package com.operatoros.payments.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the driver hands over becomes ours (rules DB2 and DB3). */
class RowTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123456Z");

    @ParameterizedTest
    @MethodSource("noons")
    void a_time_is_a_point_in_time_whatever_the_driver_makes_of_it(Object noon) {
        assertEquals(NOON, Row.of(noon).time(1));
    }

    static Stream<Object> noons() {
        return Stream.of(NOON, NOON.atOffset(ZoneOffset.ofHours(5)), Timestamp.from(NOON));
    }

    @Test
    void columns_count_from_one() {
        UUID id = UUID.randomUUID();

        Row row = Row.of(new Object[] {"a", new BigDecimal(2), true, id, id.toString()});

        assertEquals("a", row.text(1));
        assertEquals(2, row.count(2));
        assertTrue(row.flag(3));
        assertEquals(id, row.uuid(4));
        assertEquals(id, row.uuid(5));
    }

    @Test
    void what_may_be_missing_is_asked_for_as_such() {
        Row row = Row.of(null);

        assertNull(row.textOrNull(1));
        assertNull(row.uuidOrNull(1));
        assertNull(row.timeOrNull(1));
        assertThrows(NullPointerException.class, () -> row.text(1));
    }

    @Test
    void a_number_that_no_count_can_hold_is_none() {
        assertThrows(ArithmeticException.class, () -> Row.of(1L << 40).count(1));
    }
}
