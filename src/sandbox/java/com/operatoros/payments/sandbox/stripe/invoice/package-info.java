/**
 * Invoices: drafted, filled, finalized, sent, paid or given up.
 *
 * <ol>
 *   <li>SI1. A draft can be changed, filled with items and deleted; once finalized only its metadata can be. Its totals follow its
 *       items at once.
 *   <li>SI2. Finalizing numbers it after its customer, freezes the customer's name and address in it, opens its page and its PDF,
 *       and makes the payment intent, which carries none of the invoice's metadata, with an invoice payment that ties the two.
 *   <li>SI3. What is less than the smallest amount of the currency goes to the customer's balance, and the invoice is paid at once;
 *       the balance of the customer counts on the next invoice.
 *   <li>SI4. It is paid on its page, by a delayed method some days later, or outside of Stripe; then nobody can pay its intent any
 *       more. A decline leaves it open. An uncollectible invoice can still be paid.
 *   <li>SI5. Voiding and paying all of it outside of Stripe cancel the payment intent; while a payment is being processed both are
 *       refused, and so is voiding what is paid in part.
 *   <li>SI6. What is paid beyond what is due is {@code amount_overpaid}, told by {@code invoice.overpaid}, and credited to the
 *       customer's balance; {@code amount_paid} counts all of it.
 *   <li>SI7. Nothing happens by itself: {@code auto_advance} is kept and not acted on, and no mail is ever sent.
 *   <li>SI8. A revision is a draft with the lines, texts and metadata of an open invoice that it names in {@code from_invoice}. Once it
 *       is finalized, under a number of its own, the old one is void and names it as its {@code latest_revision}, as do those that
 *       the old one had replaced. Credit notes stay with the old one. What was paid in part is not revised.
 *   <li>SI9. A customer's balance is a credit when negative and a debt when positive, in one currency. Finalizing takes it in and may
 *       leave nothing to pay; voiding gives it back; each move is a customer balance transaction.
 *   <li>SI10. An invoice can be paid in parts, each an invoice payment of its own: online by an intent for the part, or outside of
 *       Stripe by a payment record that is attached. The intent for the whole then asks for what remains; the last part pays the
 *       invoice.
 * </ol>
 *
 * It knows neither HTTP nor the parameters of the API's calls.
 */
package com.operatoros.payments.sandbox.stripe.invoice;
