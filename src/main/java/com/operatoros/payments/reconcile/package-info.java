/**
 * Makes our records and the gateway agree again.
 *
 * <p>R1. What was begun is finished, by any node: each operation under a lease with a fencing number, which every record
 * of a result checks, so that a node that was frozen and wakes up changes nothing. It is due when nobody holds it and its
 * pause is over; the pause doubles with each failure up to five minutes, or as long as the gateway asks for.
 *
 * <p>It decides nothing: the steps and their outcomes are those of {@code payment}.
 */
package com.operatoros.payments.reconcile;
