/**
 * What the admin is told: rows that stay until they are read, and the live push to every open page.
 *
 * <p>N1. One row for each fact, written in the transaction of the fact. N2. A failure that becomes known after the
 * payment is settled makes none. N3. A failure without a reason is told at once, and its row gets the reason when that
 * becomes known. N4. The push comes after the commit and may be lost: it only says that something happened, and pages
 * read themselves again then, when they reconnect and from time to time. N5. Who reads one first is kept with the time; reading it again, or
 * clearing all, changes neither. N6. Whoever gets a notification as JSON gets the same JSON, in English; a row also keeps the
 * key of its text and the values, so that a page tells it in its reader's language. N7. More of the same is one piece of news that
 * counts: failures of one payment, differences with the gateway. The first is sent at once, what follows is collected, until somebody
 * has read it. Posting it to OperatorOS is the matter of {@code feed}.
 *
 * <p>Nothing here can make a payment's creation or an event's change fail for a reason of its own.
 */
package com.operatoros.payments.notification;
