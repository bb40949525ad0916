/**
 * Makes our records and the gateway agree again.
 *
 * <p>R1. What was begun is finished, by any node: each operation under a lease with a fencing number, which every record
 * of a result checks, so that a node that was frozen and wakes up changes nothing. It is due when nobody holds it and its
 * pause is over; the pause doubles with each failure up to five minutes, or as long as the gateway asks for.
 *
 * <p>R2. A payment is compared by asking Stripe about its link, with those whose place it has taken, or its invoice, with no transaction open, and by handing the
 * answer to the locked payment the same way as events do. What is known already leaves no trace; what is new is written as
 * recovered and announced once. R3. A sweep reads the events since the last one, which Stripe keeps for 30 days, lists
 * refunds and disputes, and compares payments: at the start of a node, every five minutes, and when it is asked for; one
 * node at a time. Unless it is asked for, a payment is compared every hour while it is open or differs, and every day
 * after its end. How far events were read moves only when Stripe gave all of them; one that could not be taken is read
 * again for an hour, and its payment is compared in its turn. What has just happened is left to the webhook, except when
 * somebody asks for the sweep. R4. What differs after that, and only a person can put right, is kept
 * for as long as it differs and told once. R5. What an event could not tell is asked of Stripe by any node.
 *
 * <p>It decides nothing: the steps and their outcomes, and what becomes of a payment, are those of {@code payment}.
 */
package com.operatoros.payments.reconcile;
