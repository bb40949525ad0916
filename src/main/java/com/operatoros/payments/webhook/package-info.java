/**
 * Stripe's deliveries: the endpoint, the inbox and the effect of an event.
 *
 * <p>W1. Nothing unsigned is read; without a secret every delivery is refused. W2. The inbox row, the payment's move,
 * its history and its notifications are one transaction, committed before the 200; what is not stored is answered 503 within two
 * seconds, so that Stripe repeats. W3. The event's id is the only key of duplication. W4. The recorded object decides whose an event
 * is, never the note on it: an event is ours if one of its ids is recorded on a payment, or if it is about the invoice that took the
 * place of one. Metadata that name a payment of ours count only for what hangs on its link, and for the link or invoice itself only
 * while the payment knows none; another one that bears its name is a copy, which is told once and changes nothing. An invoice that Stripe
 * makes of what a link has brought tells nothing that the link does not, and is neither. Money that had been
 * taken for ours by its name alone is let go of when the page on which it was paid turns out to be that of a copied link. If the
 * recorded ids contradict each other nothing is changed and it is reported. W5. What is not ours is answered 200 and counted by its
 * type, nothing else is kept of it; only of refunds, disputes and intents the bare ids for 30 days, matched again when an id becomes
 * known. W6. No network call is made inside. W7. What an event of ours can't tell, since it is of another version or lacks what
 * decides, is parked as a question that is answered
 * by asking Stripe how the payment stands; it changes nothing before that.
 *
 * W8. Only our own account counts: events of connected accounts and thin events are acknowledged and counted.
 *
 * W9. Events that wait at the same time share one transaction, and come to the same as one after the other by themselves. When a group
 * fails, the one that does it is looked for in halves. A payment that somebody else is changing is not waited for: its events are taken a moment later, so
 * that they hold up no others. W10. Each event of ours is kept as it came for 60 days, with what came of it. One whose effect fails by
 * itself, while the database is there, is kept with its error, answered {@code parked}, told once, and tried again with pauses that
 * grow, until it has its effect; so does its repetition, and whoever presses the button.
 *
 * <p>The order of arrival decides nothing. An attempt, an invoice, a credit note, a refund and a dispute are rows by their ids. An attempt only
 * moves forward; of the others the latest word holds, by {@code created}, and of two of one second the same one is kept whichever came
 * first. The status, the sums and what needs attention are computed from these rows alone (see {@code payment}). The time of arrival is
 * never compared.
 */
package com.operatoros.payments.webhook;
