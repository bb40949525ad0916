package com.operatoros.payments.payment.operation;

import static com.operatoros.payments.gateway.CallOutcome.KeyTrust.FULL;
import static com.operatoros.payments.gateway.CallOutcome.KeyTrust.LOST;
import static com.operatoros.payments.gateway.CallOutcome.KeyTrust.SHAKEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.operatoros.payments.gateway.Backoff;
import com.operatoros.payments.gateway.CallOutcome;
import com.operatoros.payments.gateway.CallOutcome.KeyTrust;
import com.operatoros.payments.payment.Payments;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Keys, leases and patience of an operation (rules O2 to O4). */
class OperationTest {

    private static final Instant NOON = Payments.NOON;
    private static final UUID PAYMENT = UUID.fromString("00000000-0000-4000-8000-000000000001");

    private final Operation operation = operation(OperationKind.CREATE_INVOICE, 1);

    @Test
    void the_key_tells_the_payment_the_step_and_the_attempt() {
        assertEquals(PAYMENT + ":create_customer:1", operation.idempotencyKey());

        operation.enter(Step.CREATE_DRAFT, NOON);

        assertEquals(PAYMENT + ":create_draft:1", operation.idempotencyKey());
    }

    @Test
    void the_second_operation_of_a_kind_has_keys_of_its_own() {
        Operation first = operation(OperationKind.SEND_INVOICE, 1);
        Operation second = operation(OperationKind.SEND_INVOICE, 2);

        assertNotEquals(first.idempotencyKey(), second.idempotencyKey());
    }

    @Test
    void a_mail_that_is_asked_for_again_has_another_key_than_the_first_one() {
        operation.enter(Step.SEND_INVOICE, NOON);

        assertNotEquals(
                operation.idempotencyKey(),
                operation(OperationKind.SEND_INVOICE, 1).idempotencyKey());
    }

    @Test
    void no_two_kinds_share_a_key_even_for_the_same_step() {
        Map<String, String> keys = new HashMap<>();
        for (OperationKind kind : OperationKind.values()) {
            for (int serial = 1; serial <= 2; serial++) {
                Operation each = operation(kind, serial);
                Optional<Step> step = Optional.of(kind.first());
                while (step.isPresent()) {
                    each.enter(step.get(), NOON);
                    String what = kind + " " + serial + " " + step.get();
                    assertNull(keys.put(each.idempotencyKey(), what), what + " shares " + each.idempotencyKey());
                    step = kind.after(step.get());
                }
            }
        }
    }

    @Test
    void an_operation_that_somebody_carries_out_is_not_free() {
        operation.claim("one", NOON.plusSeconds(15));

        assertFalse(operation.isFree(NOON.plusSeconds(14)));
        assertTrue(operation.isFree(NOON.plusSeconds(15)));
    }

    @Test
    void trouble_of_the_network_is_asked_again_with_the_same_key() {
        String key = operation.idempotencyKey();

        fail(FULL, 20);

        assertEquals(key, operation.idempotencyKey());
        assertFalse(operation.tries().mustLook(NOON.plus(Duration.ofHours(1))));
    }

    @Test
    void a_server_error_that_may_be_stored_is_asked_a_second_time_and_then_looked_up() {
        fail(SHAKEN, 1);
        assertFalse(operation.tries().mustLook(NOON));

        fail(SHAKEN, 1);
        assertTrue(operation.tries().mustLook(NOON));
    }

    @Test
    void a_key_that_the_gateway_does_not_take_is_looked_up_at_once() {
        fail(LOST, 1);

        assertTrue(operation.tries().mustLook(NOON));
    }

    @Test
    void a_key_of_nearly_a_day_is_not_used_again_before_looking() {
        assertFalse(operation.tries().mustLook(NOON.plus(Duration.ofHours(23))));
        assertTrue(operation.tries().mustLook(NOON.plus(Duration.ofHours(23)).plusSeconds(1)));
    }

    @Test
    void after_looking_the_next_attempt_has_a_new_key() {
        fail(LOST, 1);

        operation.renewKey(NOON);

        assertEquals(PAYMENT + ":create_customer:2", operation.idempotencyKey());
        assertFalse(operation.tries().mustLook(NOON));
    }

    @Test
    void who_claims_it_takes_it_away_from_who_had_it() {
        Lease first = operation.claim("one", NOON.plusSeconds(15));
        Lease second = operation.claim("two", NOON.plusSeconds(30));

        assertFalse(operation.isHeldUnder(first));
        assertTrue(operation.isHeldUnder(second));
    }

    @Test
    void what_has_ended_belongs_to_nobody() {
        Lease lease = operation.claim("one", NOON.plusSeconds(15));

        operation.done(NOON);

        assertFalse(operation.isHeldUnder(lease));
    }

    @Test
    void the_alarm_is_raised_after_an_hour_and_once() {
        Duration hour = StepEffects.PATIENCE;

        assertFalse(operation.raiseAlarm(NOON.plus(hour).minusSeconds(1), hour));
        assertTrue(operation.raiseAlarm(NOON.plus(hour), hour));
        assertFalse(operation.raiseAlarm(NOON.plus(hour).plusSeconds(1), hour));
    }

    @Test
    void the_pause_doubles_up_to_five_minutes() {
        assertEquals(Duration.ofSeconds(1), Backoff.pause(0, Duration.ZERO));
        assertEquals(Duration.ofSeconds(8), Backoff.pause(3, Duration.ZERO));
        assertEquals(Duration.ofMinutes(5), Backoff.pause(60, Duration.ZERO));
    }

    @Test
    void the_gateway_may_ask_for_a_longer_pause() {
        assertEquals(Duration.ofSeconds(30), Backoff.pause(0, Duration.ofSeconds(30)));
    }

    private void fail(KeyTrust trust, int times) {
        for (int i = 0; i < times; i++) {
            operation.failed(new CallOutcome.Unknown("trouble", trust, Duration.ZERO), NOON);
        }
    }

    private static Operation operation(OperationKind kind, int serial) {
        return new Operation(PAYMENT, kind, serial, JsonValue.EMPTY_JSON_OBJECT, "admin", NOON);
    }
}
