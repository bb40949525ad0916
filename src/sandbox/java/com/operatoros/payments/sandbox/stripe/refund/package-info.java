/**
 * Money that goes back: refunds, and the credit notes that explain them.
 *
 * <ol>
 *   <li>SG1. A charge that succeeded is refunded in as many parts as there is money left in it, never more. The refund succeeds at
 *       once; the charge counts what went back and is {@code refunded} when nothing is left.
 *   <li>SG2. A refund does not touch the invoice that was paid: it stays paid.
 *   <li>SG3. A credit note first lowers what an invoice still awaits. Everything beyond that was paid already and must be refunded
 *       with it, or be given back outside of Stripe.
 *   <li>SG4. A credit note can be voided while its invoice is open. What is credited to the customer's balance is not known here.
 *   <li>SG5. Refunds of Stripe's test card …7726 are pending for two seconds; those of …5126 fail after two seconds, and the charge
 *       has its money again. A bank can also be told to take its time.
 *   <li>SG6. A refund is pending, or asks the payer for a bank account, until it succeeds, fails or is canceled; what seemed to have
 *       succeeded can still fail or be canceled. Then its charge has the amount again. The API cancels only what asks the payer.
 * </ol>
 *
 * It knows neither HTTP nor the parameters of the API's calls.
 */
package com.operatoros.payments.sandbox.stripe.refund;
