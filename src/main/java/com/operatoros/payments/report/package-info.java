/**
 * What the payments come to: sums per currency for a period, a month, a project or a client, and the list and the reports
 * as files.
 *
 * <p>Sums never add across currencies, and but for the reasons of failure, which count the payments that stand at failed,
 * they never read the payments: triggers write down with each change of a payment, a refund or a dispute what it changes
 * ({@code V8__tallies.sql}), in the same transaction, so that the sums equal the rows at any moment. <em>Billed</em> is what
 * is neither canceled nor rejected, by its creation; <em>paid</em> is the money of paid payments, by its arrival, and what
 * else has arrived, by the creation of its payment; refunds and disputes count by their own dates; <em>outstanding</em> is
 * what is missing of payments that are still open. Days are those of the business's zone.
 */
@NullMarked
package com.operatoros.payments.report;

import org.jspecify.annotations.NullMarked;
