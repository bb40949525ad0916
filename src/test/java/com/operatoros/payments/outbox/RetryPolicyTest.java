package com.operatoros.payments.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When something is tried again (rule X4). */
class RetryPolicyTest {

    @ParameterizedTest
    @CsvSource({
        "1, 0, 2",
        "2, 0, 5",
        "8, 0, 300",
        "1000, 0, 300",
        "1, 1, 2",
        "1, 60, 60",
        "8, 1800, 1800",
        "1, 86400, 3600"
    })
    void the_pause_grows_to_five_minutes_and_obeys_the_receiver_up_to_an_hour(int failures, int wish, int seconds) {
        assertEquals(Duration.ofSeconds(seconds), RetryPolicy.pause(failures, Duration.ofSeconds(wish)));
    }
}
