/**
 * Faults of the API that a test arms: calls that fail as they do when Stripe or the network is in trouble.
 *
 * <ol>
 *   <li>SF1. A fault takes the next calls of its method whose path equals its own or ends with it, each call one fault, and the
 *       fault that was armed first. It comes before everything else, be it the key or the parameters; a call that Stripe would
 *       refuse anyway fails so, too.
 *   <li>SF2. Before its effect a call does nothing. After its effect it is done as always, its events included, and only its answer
 *       is another one or none.
 *   <li>SF3. A 500 is stored under the idempotency key, in the same change as the effect if there is one; replays get it until the
 *       key is forgotten. It never replaces an answer that a key already has.
 *   <li>SF4. A 400 and a 429 are never stored. After the effect of a call its normal answer is stored, and replays get that; the
 *       same with {@code timeout} and {@code reset}.
 *   <li>SF5. {@code timeout} says nothing for 30 seconds and then closes the connection, earlier when the faults are cleared or the
 *       sandbox stops. What is held holds up nothing else, not even a call with the same key. {@code reset} closes at once.
 *       The JDK's HttpURLConnection, and stripe-java with it, then sends a call once more without telling: two faults make it fail.
 *   <li>SF6. Faults are forgotten at the end.
 * </ol>
 *
 * It knows neither HTTP nor the shape of Stripe's errors.
 */
package com.operatoros.payments.sandbox.stripe.fault;
