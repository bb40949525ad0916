/**
 * The mails to clients and to the admins, which leave through the {@code outbox}.
 *
 * <p>I1. "Sent" means that the mail server took it; the id that never changes is the Message-ID. I2. Only what the mail
 * server refuses for good is told to the admin, or what is given up, and he can send it again; trouble with its login or
 * its encryption may pass. I3. A mail that asks for money is not sent once the payment is paid or withdrawn; a deliberate
 * resend of a paid one brings the receipt. I4. A client gets the first mail and the receipt once. I5. Without a mail
 * server the rows say "not configured", and nothing fails. I6. What a client reads is written from the payment at the
 * moment of sending; a notice to the admins is frozen. Mails carry our own addresses, which outlive those of Stripe.
 * I7. More than ten notices that are due to one admin at the same time leave as one mail, which tells all of them and may be sent again
 * only as a whole.
 */
package com.operatoros.payments.mail;
