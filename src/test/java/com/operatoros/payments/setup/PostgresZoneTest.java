package com.operatoros.payments.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresZoneTest {

    @ParameterizedTest
    @CsvSource({"Europe/Berlin, Europe/Berlin", "UTC, UTC", "Z, UTC", "+05:30, <+05:30>-05:30", "UTC-3, <-03:00>+03:00"
    })
    void an_offset_counts_the_other_way_round(String zone, String expected) {
        assertEquals(expected, PostgresZone.of(ZoneId.of(zone)));
    }
}
