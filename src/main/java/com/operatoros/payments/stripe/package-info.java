/**
 * Stripe's API behind our own words; the only package that imports its SDK.
 *
 * <p>S1. Every call that makes something carries the idempotency key it is given, and what only sets a state to a given
 * value may be repeated without one; the SDK's own repetitions are switched off, and each call ends within the time that it
 * is given. S2. A refusal (400, 402) is told apart from an unknown
 * outcome (timeouts, resets, 401, 403, 409, 429, 5xx): only a refusal ends a creation. S3. An event is read from the raw
 * bytes after its signature has been checked; timestamps more than five minutes away on either side are refused. S4. An
 * event says what happened only if all fields that decide are there; a missing one never counts as success. S5. What only
 * asks keeps below 20 calls a second on each node, every page of a list counted; what Stripe does not know is an answer.
 */
package com.operatoros.payments.stripe;
