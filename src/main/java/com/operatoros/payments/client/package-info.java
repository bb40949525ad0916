/**
 * The client's page of a payment, and nothing else.
 *
 * <p>C1. The page tells how a payment stands: no reason of a failure, nothing of the admin's. C2. Whoever has the unguessable token of a
 * payment may see this, without a login; no other site learns the address, and nobody keeps it. C3. The address outlives those of the
 * gateway: it leads to the page that takes the money now, also when the payment has been corrected by another, and addresses that do
 * not last are read anew before they are shown.
 */
package com.operatoros.payments.client;
