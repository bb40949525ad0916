package com.operatoros.payments.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Guessing passwords is slow (rule Z5). */
class LoginThrottleTest {

    private Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private final LoginThrottle throttle = new LoginThrottle(new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void nine_wrong_passwords_are_forgiven() {
        fail(9, "10.0.0.1", "admin");

        assertTrue(throttle.pause("10.0.0.1", "admin").isZero());
    }

    @Test
    void after_ten_the_pair_waits_a_minute() {
        fail(10, "10.0.0.1", "admin");

        assertEquals(Duration.ofMinutes(1), throttle.pause("10.0.0.1", "admin"));
        now = now.plusSeconds(61);
        assertTrue(throttle.pause("10.0.0.1", "admin").isZero());
    }

    @Test
    void others_are_not_made_to_wait() {
        fail(10, "10.0.0.1", "admin");

        assertTrue(throttle.pause("10.0.0.2", "admin").isZero());
        assertTrue(throttle.pause("10.0.0.1", "other").isZero());
    }

    @Test
    void the_right_password_wipes_the_slate() {
        fail(9, "10.0.0.1", "admin");

        throttle.succeeded("10.0.0.1", "admin");
        fail(9, "10.0.0.1", "admin");

        assertTrue(throttle.pause("10.0.0.1", "admin").isZero());
    }

    @Test
    void guessing_names_does_not_fill_the_memory() {
        for (int i = 0; i < 20_000; i++) {
            throttle.failed("10.0.0.1", "name" + i);
        }
        fail(10, "10.0.0.1", "admin");

        assertFalse(throttle.pause("10.0.0.1", "admin").isZero());
    }

    private void fail(int times, String address, String name) {
        for (int i = 0; i < times; i++) {
            throttle.failed(address, name);
        }
    }
}
