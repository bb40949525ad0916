/**
 * Amounts of money and the currencies Stripe takes.
 *
 * <p>M1. An amount is a whole number of minor units together with its currency; there is no floating point anywhere.
 * M2. What a person enters is taken exactly or refused, never rounded. M3. The decimals, the step and the minimum of a
 * currency are Stripe's, not those of {@link java.util.Currency} (they differ for ISK and UGX).
 *
 * <p>It neither converts currencies nor adds amounts of two of them.
 */
package com.operatoros.payments.money;
