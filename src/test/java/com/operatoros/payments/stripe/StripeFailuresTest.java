package com.operatoros.payments.stripe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.operatoros.payments.gateway.CallOutcome;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.ApiException;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Only a refusal proves that nothing was done (rules G1 and S2). */
class StripeFailuresTest {

    @Test
    void a_bad_request_is_a_refusal_with_its_code() {
        InvalidRequestException e =
                new InvalidRequestException("Too small", "unit_amount", "req_1", "amount_too_small", 400, null);

        CallOutcome.Refused refused = assertInstanceOf(CallOutcome.Refused.class, StripeFailures.outcome(e));

        assertEquals("amount_too_small", refused.failure().code());
    }

    static Stream<StripeException> unknownOutcomes() {
        return Stream.of(
                new ApiConnectionException("timeout"),
                new ApiException("boom", "req_1", null, 500, null),
                new ApiException("in use", "req_1", "idempotency_key_in_use", 409, null),
                new RateLimitException("slow down", null, "req_1", null, 429, null),
                new IdempotencyException("other request", "req_1", null, 400));
    }

    @ParameterizedTest
    @MethodSource("unknownOutcomes")
    void everything_else_leaves_the_outcome_unknown(StripeException e) {
        CallOutcome.Unknown unknown = assertInstanceOf(CallOutcome.Unknown.class, StripeFailures.outcome(e));

        assertFalse(unknown.reason().contains("sk_test"), "a key must not be told");
    }

    @Test
    void a_key_that_is_not_accepted_is_told_as_that() {
        AuthenticationException revoked = new AuthenticationException("Expired: sk_test_secret", "req_1", null, 401);

        assertEquals(new CallOutcome.Denied(null), StripeFailures.outcome(revoked));
    }

    @Test
    void a_key_that_lacks_a_permission_is_told_with_the_permission_to_add() {
        String words =
                "The provided key 'rk_test_51*****' does not have the required permissions for this endpoint on account"
                        + " 'acct_1'. Having the 'rak_payment_link_write' permission would allow this request to continue.";

        assertEquals("rak_payment_link_write", StripeFailures.permission(words));
        assertEquals(
                "The key '…' may not do this.", StripeFailures.permission("The key 'rk_test_51abc' may not do this."));
    }
}
