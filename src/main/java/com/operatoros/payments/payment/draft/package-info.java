/**
 * Turns what somebody typed into an order, or into everything that is wrong with it.
 *
 * <p>D1. A form and a call are judged by the same rules. D2. All that is wrong is told at once, each at its field. D3. What is
 * accepted is taken exactly as it was meant: amounts are never rounded, names are of one line, nothing is cut. D4. Judging changes
 * and asks nothing.
 */
package com.operatoros.payments.payment.draft;
