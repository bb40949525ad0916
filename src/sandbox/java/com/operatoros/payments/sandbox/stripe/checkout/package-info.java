/**
 * Paying: payment links, the checkout sessions they open, and what a payer does on them.
 *
 * <ol>
 *   <li>SC1. Opening a link makes an open session for 24 hours. A link with {@code restrictions.completed_sessions} takes no more
 *       payments than its limit; who is first is decided under the store's lock, and the others are told that it is paid.
 *   <li>SC2. An inactive link opens no session. A session that is already open stays payable until it is expired: whoever
 *       withdraws a link has to expire its sessions, too.
 *   <li>SC3. The payment intent is made at the first attempt and kept for the next ones; each attempt is a charge of its own. A
 *       declined card leaves the session open.
 *   <li>SC4. A delayed method (SEPA) completes the session unpaid, counts as a completed session, and settles or fails when
 *       {@link com.operatoros.payments.sandbox.stripe.checkout.Settlement} is told so. A failure does not give the count back.
 *   <li>SC5. The link's metadata goes to the session; {@code payment_intent_data} goes to the payment intent and from there to its
 *       charges.
 *   <li>SC6. Stripe's test cards do what Stripe says; a card that is none of them is declined, as in Stripe's test mode. Cards that
 *       ask for 3-D Secure tell {@code payment_intent.requires_action}, and their payer has said yes in the next moment.
 *   <li>SC7. A link without {@code payment_method_types} offers cards, SEPA and bank transfers in every currency, so that delayed
 *       payments can be tried in any; Stripe offers SEPA for euros only.
 *   <li>SC8. A payer who chooses a bank transfer completes the session unpaid while its intent requires his action; the money comes
 *       when {@link com.operatoros.payments.sandbox.stripe.checkout.Transfers} is told so, in one part or several.
 * </ol>
 *
 * It knows neither HTTP nor the parameters of the API's calls.
 */
package com.operatoros.payments.sandbox.stripe.checkout;
