/**
 * Carries out what was asked of the gateway, once, through any crash.
 *
 * <p>O1. An operation is a row with its frozen request and its steps, committed in the transaction of whoever wants it; of one payment
 * one at a time is open. O2. It is carried on, by the request that began it or by any node later, under a lease with a fencing number:
 * an answer is recorded only by who holds the lease, and no transaction is open while the gateway is asked. O3. Each step has a key
 * {@code {payment}:{step}:{attempt}}, with its kind before the step where several kinds take it, that no other operation shares and that
 * has the same effect however often it is sent (a customer, whom several payments may need at once, has a key of its own). O4. An unknown
 * outcome is asked again with the same key; a key that
 * the gateway failed under twice, or that is 23 hours old, is not used again before the gateway has been searched for the effect.
 * O5. Only what the gateway refuses for good ends an operation in vain; what its steps have made is cleared away then. O6. After an
 * hour of trouble the admin is told. O7. What our key is not accepted for is told at once and not tried again with that key, unless
 * somebody starts the program anew or asks for it, and then no refund is made where money has gone back meanwhile; whatever waits so can
 * be given up.
 *
 * <p>It changes a payment only through {@code PaymentRecorder} and {@code PaymentReports}.
 */
package com.operatoros.payments.payment.operation;
