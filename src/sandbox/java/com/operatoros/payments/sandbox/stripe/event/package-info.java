/**
 * Events and their delivery to webhook endpoints.
 *
 * <ol>
 *   <li>SE1. An event is a snapshot: its {@code data} is frozen when it happens and never changes.
 *   <li>SE2. It is stored in the same change as what it tells; deliveries start when that change is committed.
 *   <li>SE3. Deliveries carry {@code Stripe-Signature: t=…,v1=…}, signed anew each time; any 2xx is delivered, all else (a redirect
 *       too) is retried after 1, 2, 5, 10, 30, 60, 60 … seconds until the event is an hour old.
 *   <li>SE4. To one endpoint first attempts go in order; one that fails or takes longer than two seconds holds up no other.
 *   <li>SE5. What is not delivered when the sandbox stops is delivered after the next start, if there is a data folder.
 *   <li>SE6. Switched {@code off}, deliveries are lost for good; {@code duplicate} sends each twice at once; {@code reverse} collects
 *       for two seconds and sends newest first. The mode counts at the moment of the event and is {@code on} after a start.
 *   <li>SE7. Any event can be delivered again by hand, whatever the mode: lost ones, and those older than their endpoint, too.
 * </ol>
 */
package com.operatoros.payments.sandbox.stripe.event;
