/**
 * The mails to clients and to the admins.
 *
 * <p>M1. A mail is a row of the outbox, written in the transaction of what causes it; nothing about sending or writing
 * it can make that transaction fail. M2. Every node's worker takes due rows, each under a lease that outlasts the time
 * limit of a sending; no request waits for a mail server. M3. At least once, with a Message-ID that never changes: a
 * second copy leaves only if the node ends between the mail server's answer and our commit. M4. "Sent" means that the
 * mail server took it. Trouble that may pass is retried for three days, more and more seldom; what is refused for good
 * is told to the admin, who can send it again. M5. A mail that asks for money is not sent once the payment is paid or
 * withdrawn; a deliberate resend of a paid one brings the receipt. M6. A client gets the first mail and the receipt once.
 * M7. Without a mail server the rows say "not configured", and nothing fails. M8. No log names a client's address.
 *
 * <p>What a client reads is written from the payment at the moment of sending; a notice to the admins is frozen. Mails
 * carry our own addresses, which outlive those of Stripe.
 */
package com.operatoros.payments.mail;
