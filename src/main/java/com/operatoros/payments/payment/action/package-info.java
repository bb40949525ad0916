/**
 * What an admin may do about a payment, each committed before the gateway is asked.
 *
 * <p>E1. What the state of a payment allows is said in one place, and asked again with the payment locked. E2. A command, the key of
 * the request that brought it and the operation that it begins are one transaction. E3. An admin waits nine seconds at most for the
 * gateway; what is not known by then is told as not known, and goes on. E4. Every outcome is a value that tells of the payment as it is.
 */
package com.operatoros.payments.payment.action;
