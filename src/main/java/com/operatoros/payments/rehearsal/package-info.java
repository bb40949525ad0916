/**
 * Plays in the sandbox what must work before anybody is billed: real payments through the sandbox's Stripe, with payers and
 * troubles played on its controls. Nothing of it can be reached with Stripe itself.
 */
@NullMarked
package com.operatoros.payments.rehearsal;

import org.jspecify.annotations.NullMarked;
