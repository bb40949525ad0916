/**
 * The way out for what must leave after the commit: mails to people, notifications to OperatorOS. What they say, how they
 * are handed over and what comes of it for others is the matter of their own rooms.
 *
 * <p>X1. What must leave is a row, written in the transaction of what causes it; nothing about handing it over can make
 * that transaction fail, and nobody's request waits for a receiver. X2. Every node claims rows that are due, a few at
 * once, each under a lease that outlasts the time limit of a call; no transaction is open during the call. X3. At least
 * once, under an id that never changes: what was taken counts, whoever holds the row by now, and is recorded as soon as
 * the database lets us, so that a second copy leaves only if the node ends between the receiver's answer and our commit,
 * or the database stays away for longer than the lease. Everything else counts only from whoever holds the lease. X4.
 * Trouble that may pass is tried again, more and more seldom and not before the receiver wishes, for three days; then it is
 * given up. X5. What is refused for good, or has no use any more, is not tried again. X6. A log tells the id and how
 * a try has ended, and nothing that the row or the receiver says.
 */
package com.operatoros.payments.outbox;
