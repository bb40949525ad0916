package com.operatoros.payments.setup;

/**
 * An address to which Stripe is to send its events.
 *
 * @param isSandbox whether Stripe is our own server, where nobody else's endpoint can be: ours may have another name there
 */
record WebhookAddress(String publicUrl, boolean isSandbox) {

    private static final String PATH = "/webhooks/stripe";

    String url() {
        return publicUrl + PATH;
    }

    boolean is(String registered) {
        return isSandbox ? registered.endsWith(PATH) : registered.equals(url());
    }
}
