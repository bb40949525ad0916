/**
 * The JSON of the admin: calls are verified, translated, handed over and answered; no rule of billing is here.
 *
 * <p>A1. Names are snake_case, times are ISO 8601 in UTC, amounts are exact decimals with an integer twin in minor units.
 * A2. Errors are problem+json (rule J1) with one entry for each wrong field. A3. Nothing that goes wrong inside is told to
 * the caller; it is logged under a number that the caller gets. A4. A POST may carry an {@code Idempotency-Key}: it is carried
 * out once a day (rules Q1 to Q4), and one that was refused for its fields may be corrected under the same key.
 */
package com.operatoros.payments.api;
