/**
 * Stripe's deliveries: the endpoint, the inbox and the effect of an event.
 *
 * <p>W1. Nothing unsigned is read; without a secret every delivery is refused. W2. The inbox row, the payment's move,
 * its history and its notifications are one transaction, committed before the 200; a failure rolls all of it back and
 * answers 5xx, so that Stripe repeats. W3. The event's id is the only key of duplication. W4. An event is ours if its
 * metadata names a payment of ours or one of its ids is recorded on one; if the two disagree nothing is changed and it
 * is reported. W5. What is not ours is answered 200 and counted by its type, nothing else is kept of it; only of refunds, disputes and
 * intents the bare ids for 30 days, matched again when an id becomes known. W6. No network call is made inside. W7. What an
 * event of ours can't tell, since it is of another version or lacks what decides, is parked as a question that is answered
 * by asking Stripe how the payment stands; it changes nothing before that.
 *
 * <p>The order of arrival decides nothing. An attempt, a refund and a dispute are rows by the id of the charge, the refund
 * and the dispute, whose states only move forward in an order of their own, and of two reports of one state the same
 * one is kept whichever came first; the status, the sums and what needs attention are computed from these rows alone
 * (see {@code payment}). Neither the time of arrival nor {@code created}, which counts whole seconds, is compared, except to
 * pick which of several reasons and times is shown.
 */
package com.operatoros.payments.webhook;
