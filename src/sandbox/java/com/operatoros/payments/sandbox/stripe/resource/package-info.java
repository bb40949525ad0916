/**
 * Stripe's resources as the API has them: one class each, with its operations and their parameters.
 *
 * <ol>
 *   <li>SR1. Objects have every field of API 2026-07-29.dahlia, {@code livemode} false, and times in seconds.
 *   <li>SR2. Lists are newest first, ten at a time unless {@code limit} says otherwise.
 *   <li>SR3. Parameters of Stripe's that the sandbox does not act on are refused as unknown rather than silently ignored.
 *   <li>SR4. Amounts keep Stripe's limits: the smallest amount of the currency, 99,999,999 at most, whole steps.
 * </ol>
 *
 * A new resource is a new class here and one line in {@code Parts}.
 */
package com.operatoros.payments.sandbox.stripe.resource;
