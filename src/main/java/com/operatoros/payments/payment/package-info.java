/**
 * What is known of a payment that a client owes for a project, and what it comes to: its facts, its lifecycle, its history. This is
 * the only room in which a payment's row changes.
 *
 * <p>P1. The record comes before the call: the payment and the frozen request are committed before the gateway is asked.
 * P2. Money wins: a payment is the best of its attempts (paid, then processing, then failed, then pending), so a late
 * failure never undoes a payment and a good card after a declined one makes it paid.
 * P3. All legal moves stand in {@link com.operatoros.payments.payment.PaymentStatus}.
 * P4. Money that differs from what was asked, came twice or came after a cancel raises an {@code Attention}, as a dispute and
 * a failed refund do, until it is put right or a person has resolved it; only the exact amount makes a payment paid.
 * P5. The creator of a link merges ids and never writes a status back that an event has already moved.
 * P6. Every move and every report that changed nothing is a row of the history with its evidence.
 * P7. Other rooms change a payment only through {@code PaymentReports}, which takes what the gateway says, and
 * {@code PaymentRecorder}, which takes what an admin does and what the gateway answers to it, both with the payment locked.
 *
 * <p>What a payment comes to is a function of its facts ({@code Facts}): attempts by charge, refunds and disputes by their
 * ids, how it was ended, and what an event told by itself to need attention. What decides is the state that a report carries and
 * the id of its charge, refund or dispute; neither the order of arrival nor the time of an event does. The time of a report
 * only picks the reason that is shown and the time of payment.
 *
 * <p>It knows no SDK, no page and no HTTP: the gateway is a port, and what happened is told as CDI events. The uses of a payment
 * stand above it: {@code draft}, {@code list}, {@code operation} and {@code action}.
 */
package com.operatoros.payments.payment;
