/**
 * Finds payments, in a few orders, reading no more rows than it shows.
 *
 * <p>L1. A list is read by key, not by offset: a slice begins behind the last row of the one before, whatever has been added
 * meanwhile. L2. Every order is total, by the id within the same value, and has an index. L3. A text is looked for literally and
 * ignoring case, in what was folded by the application. Nothing is
 * counted.
 */
package com.operatoros.payments.payment.list;
