/**
 * The pages of the admin and the page of the client: what they show and what their buttons do.
 *
 * <p>W1. A page bean loads once, has no query and no rule of its own, and one method for each button. W2. Every text
 * stands in the message bundle, every amount and time goes through {@link com.operatoros.payments.admin.Formats}.
 * W3. What has an effect is a POST that ends in a redirect, so that reloading repeats nothing. W4. A page works without
 * JavaScript; with it, it keeps itself up to date. W5. The client's page tells how a payment stands and nothing else:
 * no reason of a failure, nothing of the admin's. W6. What a form asks for is done once for each time that the form was
 * shown, however often it is sent.
 */
package com.operatoros.payments.admin;
