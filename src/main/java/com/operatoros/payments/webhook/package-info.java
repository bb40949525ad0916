/**
 * Stripe's deliveries: the endpoint, the inbox and the effect of an event.
 *
 * <p>W1. Nothing unsigned is read; without a secret every delivery is refused. W2. The inbox row, the payment's move,
 * its history and its notifications are one transaction, committed before the 200; a failure rolls all of it back and
 * answers 5xx, so that Stripe repeats. W3. The event's id is the only key of duplication. W4. An event is ours if its
 * metadata names a payment of ours or one of its ids is recorded on one; if the two disagree nothing is changed and it
 * is reported. W5. What is not ours is answered 200 and leaves nothing behind. W6. No network call is made inside.
 */
package com.operatoros.payments.webhook;
