package com.operatoros.payments.gateway;

import java.time.Duration;
import java.time.Instant;

/**
 * A call's terms: its key, since when it may have been made, and how long it may take.
 *
 * @param idempotencyKey the same key has the same effect once, however often it is sent within a day
 * @param since nothing that the call could have made is older
 * @param limit how long it may take
 */
public record CallTerms(String idempotencyKey, Instant since, Duration limit) {}
