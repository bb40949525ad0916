/**
 * What all calls of Stripe's API have in common: keys, parameters, errors, idempotency, lists, expansion.
 *
 * <ol>
 *   <li>SA1. Parameters are form-encoded with nested brackets, in the query of a GET and DELETE and in the body of a POST; what is
 *       not declared by a route's {@link com.operatoros.payments.sandbox.stripe.api.Fields} is refused, so that a mistake in the
 *       caller shows here and not first at Stripe.
 *   <li>SA2. Any {@code sk_test_} or {@code rk_test_} key is good, as Bearer or Basic; all else is Stripe's 401.
 *   <li>SA3. A POST and the answer stored under its idempotency key are one change. The same key with the same parameters gives the
 *       stored answer (a 500 too) with {@code Idempotent-Replayed: true}; with other parameters 400 {@code idempotency_error};
 *       while the first call runs 409 {@code idempotency_key_in_use}. Refused parameters (400, 401, 404) store nothing. Keys
 *       are kept 24 hours.
 *   <li>SA4. Every error has Stripe's shape; a path that is not served here answers Stripe's 404 for an unrecognized URL.
 *   <li>SA5. What {@link com.operatoros.payments.sandbox.stripe.fault.Faults} has armed fails: 500 {@code api_error}; 400
 *       {@code invalid_request_error} with {@code Stripe-Should-Retry: false}; 429 with the code {@code rate_limit}; or no answer.
 * </ol>
 *
 * It knows no resource.
 */
package com.operatoros.payments.sandbox.stripe.api;
