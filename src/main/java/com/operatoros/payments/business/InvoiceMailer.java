package com.operatoros.payments.business;

import com.operatoros.payments.code.Coded;
import java.util.Optional;

/** A choice of who mails invoices to clients; each message has one sender. */
public enum InvoiceMailer implements Coded {
    /** Stripe in live mode; we in test mode, where Stripe mails none. */
    AUTO,
    OWN,
    STRIPE;

    /** Finds a mailer by the word that the settings use. */
    public static Optional<InvoiceMailer> find(String word) {
        return Coded.find(InvoiceMailer.class, word);
    }

    /** Whether the mail with the invoice is ours to send. */
    public boolean isOurs(boolean live) {
        return this == OWN || this == AUTO && !live;
    }

    /** Whether Stripe is asked to send; in test mode it only rehearses, and mails nothing. */
    public boolean asksStripe() {
        return this != OWN;
    }
}
