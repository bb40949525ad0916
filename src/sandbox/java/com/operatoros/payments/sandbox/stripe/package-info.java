/**
 * A server in the shape of Stripe, for this machine only: the API under {@code /v1}, payment pages under {@code /pay}, signed
 * webhook deliveries, and controls under {@code /_sandbox} that play the payer, the bank and the broken network.
 *
 * <ol>
 *   <li>SS1. Objects, events and errors have the shapes of API 2026-07-29.dahlia; ids are random, {@code livemode} is false.
 *   <li>SS2. It listens on 127.0.0.1 only, takes test keys only, and moves no money.
 *   <li>SS3. A used port is a {@link java.net.BindException} of
 *       {@link com.operatoros.payments.sandbox.stripe.StripeSandbox#start}.
 *   <li>SS4. With a data folder everything survives a restart and a kill; without one it is forgotten.
 *   <li>SS5. What it does not know it refuses as Stripe refuses unknown paths and parameters; it never pretends.
 * </ol>
 *
 * The packages below build on each other in this order: {@code store}, {@code http}, {@code event}, {@code fault}, {@code api},
 * {@code checkout}, {@code invoice}, {@code dispute}, {@code refund}, then {@code resource} (the API's resources), {@code hosted} (the pages) and {@code control}.
 */
package com.operatoros.payments.sandbox.stripe;
