/**
 * Disputes: what a payer's bank demands back, and what comes of it.
 *
 * <ol>
 *   <li>SD1. A charge that succeeded can be disputed, in whole or in part, while no other dispute of it is open or lost. The charge is
 *       {@code disputed} from then on, whatever comes of it.
 *   <li>SD2. A chargeback withdraws its amount and a fee at once and must be answered; an inquiry moves no money.
 *   <li>SD3. Submitted evidence brings it under review. The evidence text {@code winning_evidence} or {@code losing_evidence} ends it
 *       at once, as in Stripe's test mode.
 *   <li>SD4. A won dispute brings its amount back, not the fee; a lost one changes nothing more; an inquiry ends as
 *       {@code warning_closed}, or becomes a chargeback.
 *   <li>SD5. What is charged back cannot be refunded; what is asked about by an inquiry can.
 *   <li>SD6. Stripe's test cards …0259, …2685 and …1976 are disputed as soon as they have paid.
 * </ol>
 *
 * It knows neither HTTP nor the parameters of the API's calls.
 */
package com.operatoros.payments.sandbox.stripe.dispute;
