/**
 * The pages of the admin: what they show and what their buttons do.
 *
 * <p>V1. A page bean loads once, has no query and no rule of its own, and one method for each button. V2. Every text
 * stands in the message bundle, every amount and time goes through {@link com.operatoros.payments.admin.Formats}.
 * V3. What has an effect is a POST that ends in a redirect, so that reloading repeats nothing. V4. A page works without
 * JavaScript; with it, it keeps itself up to date. V5. What a form asks for is done once for each time that the form was
 * shown, however often it is sent.
 */
package com.operatoros.payments.admin;
