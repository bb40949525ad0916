/**
 * What is known of a payment that a client owes for a project, and what it comes to: its facts, its lifecycle, its history. This is
 * the only room in which a payment's row changes.
 *
 * <p>P1. The record comes before the call: the payment and the frozen request are committed before the gateway is asked.
 * P2. Money wins: a payment is the best of its attempts (paid, then processing, then failed, then pending), so a late
 * failure never undoes a payment and a good card after a declined one makes it paid.
 * P3. All legal moves stand in {@link com.operatoros.payments.payment.PaymentStatus}.
 * P4. Money that differs from what was asked, came twice or came after a cancel raises an {@code Attention}, as a dispute and
 * a refund that comes back do, until it is put right or a person has resolved it; only just what was asked for makes a link paid.
 * P5. The creator of a link merges ids and never writes a status back that an event has already moved.
 * P6. Every move and every report that changed nothing is a row of the history with its evidence.
 * P7. Other rooms change a payment only through {@code PaymentReports}, which takes what the gateway says, and
 * {@code PaymentRecorder}, which takes what an admin does and what the gateway answers to it, both with the payment locked.
 *
 * P8. What is owed is what the gateway still asks for: what was ordered, without discounts, credit notes and what the client's balance
 * settled; what came, here or elsewhere and in parts, and what went back is counted against that ({@code Settlement}), and outstanding,
 * paid and overpaid follow from it. An invoice that the gateway calls paid is paid. Money is back with the client when its refund has
 * succeeded; a transfer that the client is to make is waited for, and is not on its way. P9. An invoice that is edited at the gateway is
 * followed by the one that takes its place, with its number, its amount and its pages, in whatever order that becomes known.
 * P10. What arrived otherwise than it was asked for can be ended by a person, who accepts it as it is, gives back what is too much, or
 * gives back all of it and withdraws the payment; that goes for a page on which nothing was left to pay as well. P11. Each thing that a
 * bank or the gateway suspects is a fact of its own, told by itself and over by itself.
 *
 * <p>What a payment comes to is a function of its facts ({@code Facts}): attempts by charge, invoices, credit notes, refunds and
 * disputes by their ids, how it was ended or accepted, and what an event told by itself to need attention. The order of arrival never
 * decides. An attempt only moves forward; of invoices, refunds and disputes, whose states may go both ways, the gateway's latest word
 * holds, by the gateway's time.
 *
 * <p>It knows no SDK, no page and no HTTP: the gateway is a port, and what happened is told as CDI events. The uses of a payment
 * stand above it: {@code draft}, {@code list}, {@code operation} and {@code action}.
 */
package com.operatoros.payments.payment;
