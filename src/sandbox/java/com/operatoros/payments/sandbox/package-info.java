/**
 * Everything the product needs, on one machine and started by one command; compiled with the tests, never in the WAR.
 *
 * <p>SL1. Nothing listens beyond the loopback address unless {@code HTTP_HOST} says so.
 *
 * <p>SL2. However the launcher ends, by Ctrl-C, by SIGTERM or by a failing start, it leaves no process and no port behind;
 * what a killed launcher left is stopped by the next one.
 *
 * <p>SL3. It never talks to a live Stripe account and never sends a mail to the outside.
 *
 * <p>SL4. All data stays in one folder and survives a restart.
 */
@NullMarked
package com.operatoros.payments.sandbox;

import org.jspecify.annotations.NullMarked;
