/**
 * The pages a payer sees: a link's page with its form, the confirmation, and what is shown when nothing can be paid.
 *
 * <ol>
 *   <li>SP1. The pages work without scripts: a plain form, answered by a redirect when it was successful, and by the page itself
 *       with the errors at their fields when it was not (400 for what was typed, 402 for a decline, 409 when it cannot be paid).
 *   <li>SP2. Everything that came from elsewhere is escaped; a strict Content-Security-Policy allows no inline script or style.
 *   <li>SP3. A browser that opens the same link again continues its open session, kept in a cookie of that page.
 *   <li>SP4. Input names are stable: {@code email}, {@code paymentMethod}, {@code cardNumber}, {@code cardExpiry}, {@code cardCvc},
 *       {@code billingName}, {@code iban}. A card's number is never put back into the page.
 *   <li>SP5. {@code ?prefilled_email=} and {@code ?client_reference_id=} do what they do at Stripe.
 *   <li>SP6. An invoice's page shows the invoice whatever became of it, and offers its PDF; a link's page shows only what can be paid.
 *   <li>SP7. {@code /_sandbox/payments} and {@code /_sandbox/webhooks} show a person what the controls can do, with a form for each
 *       that is possible now.
 * </ol>
 */
package com.operatoros.payments.sandbox.stripe.hosted;
