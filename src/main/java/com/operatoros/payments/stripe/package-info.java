/**
 * Stripe's API behind our own words; the only package that imports its SDK.
 *
 * <p>S1. Every call that writes carries the idempotency key it is given; the SDK's own repetitions are switched off, so
 * that one attempt is one call within the time a person waits. S2. A refusal (400, 402) is told apart from an unknown
 * outcome (timeouts, resets, 401, 403, 409, 429, 5xx): only a refusal ends a creation. S3. An event is read from the raw
 * bytes after its signature has been checked; timestamps more than five minutes away on either side are refused. S4. An
 * event says what happened only if all fields that decide are there; a missing one never counts as success.
 */
package com.operatoros.payments.stripe;
