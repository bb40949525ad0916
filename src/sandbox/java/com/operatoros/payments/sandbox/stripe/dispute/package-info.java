/**
 * Disputes: what a payer's bank demands back, and what comes of it.
 *
 * <ol>
 *   <li>SD1. A charge that succeeded can be disputed, in whole or in parts, as far as it was not given back and no other dispute of
 *       it is open or lost. The charge is {@code disputed} from then on, whatever comes of it. In another currency any amount can be
 *       claimed, and holds as many minor units of the charge, or all that is left.
 *   <li>SD2. A chargeback withdraws its amount and a fee at once and must be answered; an inquiry moves no money.
 *   <li>SD3. Submitted evidence brings it under review. The evidence text {@code winning_evidence} or {@code losing_evidence} ends it
 *       at once, as in Stripe's test mode.
 *   <li>SD4. A won dispute brings its amount back, not the fee; a lost one changes nothing more; an inquiry ends as
 *       {@code warning_closed}, or becomes a chargeback. A debit is lost from the beginning. What was closed can be reversed, as
 *       banks do: its money then moves once more.
 *   <li>SD5. What is charged back cannot be refunded; what is asked about by an inquiry can.
 *   <li>SD6. Stripe's test cards …0259, …2685 and …1976 are disputed as soon as they have paid.
 * </ol>
 *
 * It knows neither HTTP nor the parameters of the API's calls.
 */
package com.operatoros.payments.sandbox.stripe.dispute;
