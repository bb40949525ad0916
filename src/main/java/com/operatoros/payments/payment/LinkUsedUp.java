package com.operatoros.payments.payment;

/**
 * A link that a delayed payment has used up in vain, while money is still wanted. Whoever can make it payable again does so in the same
 * transaction; nothing of the payment itself has changed.
 */
public record LinkUsedUp(Payment payment) {}
