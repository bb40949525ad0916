/**
 * The rehearsal: plays what must work before anybody is billed, with real payments that the application makes at the sandbox's
 * Stripe.
 *
 * <ol>
 *   <li>Y1. {@code POST /_sandbox/rehearsal {"story"}} plays one story and answers when it has ended: 200 {@code {story, passed,
 *       payment_id, trouble: null | {code, values}}}; 404 when there is no such story; 409 while another is played, for two at
 *       once would take the troubles of one another for their own.
 *   <li>Y2. The application is driven from outside: by its JSON, as a program of the admin's does it, and by the controls of the
 *       sandbox. A story has passed only if the application says itself that everything came about.
 *   <li>Y3. However a story ends, events are delivered as ever after it.
 *   <li>Y4. Trouble has a code and no words: those belong to the page that shows it.
 * </ol>
 */
@NullMarked
package com.operatoros.payments.sandbox.rehearsal;

import org.jspecify.annotations.NullMarked;
