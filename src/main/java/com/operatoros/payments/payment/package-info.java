/**
 * A payment that a client owes for a project: its lifecycle, its attempts, its history and the admin's use cases.
 *
 * <p>P1. The intent comes before the call: the payment and the frozen request are committed before the gateway is asked.
 * P2. Money wins: a payment is the best of its attempts (paid, then processing, then failed, then pending), so a late
 * failure never undoes a payment and a good card after a declined one makes it paid.
 * P3. All legal moves stand in {@link com.operatoros.payments.payment.PaymentStatus}.
 * P4. Money that differs from what was asked, came twice or came after a cancel raises an {@code Attention}, as a dispute and
 * a failed refund do, until it is put right or a person has seen to it; only the exact amount makes a payment paid.
 * P5. The creator of a link merges ids and never writes a status back that an event has already moved. P6. Every move and every report that changed nothing is a row of the history with its evidence.
 * P7. What is asked of the gateway is an operation: a row with its steps, each with a key {@code {payment}:{step}:{attempt}}
 * that no other operation shares and that has the same effect however often it is sent (a customer, whom several payments
 * may need at once, has a key of its own); an answer is recorded only by who holds the lease, and no transaction
 * is open while the gateway is asked. An unknown outcome is asked again with the same key; a key that the gateway failed
 * under twice, or that is 23 hours old, is not used again before the gateway has been searched for the effect. Only what
 * the gateway refuses for good ends an operation.
 *
 * <p>What a payment comes to is a function of its facts ({@code Facts}): attempts by charge, refunds and disputes by their
 * ids, how it was ended, and the alarms that an event told by itself. What decides is the state that a report carries and
 * the id of its charge, refund or dispute; neither the order of arrival nor the time of an event does. The time of a report
 * only picks the reason that is shown and the time of payment.
 *
 * <p>It knows no SDK, no page and no HTTP: the gateway is a port, and what happened is told as CDI events.
 */
package com.operatoros.payments.payment;
