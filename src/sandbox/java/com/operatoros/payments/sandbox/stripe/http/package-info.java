/**
 * The HTTP both faces of the sandbox share: reading a body, sending an answer, and who may call at all.
 *
 * <ol>
 *   <li>SH1. Only the names 127.0.0.1 and localhost are answered, so that no foreign name can be made to point here.
 *   <li>SH2. Controls and payment pages refuse what another site's page sends; only following a link is allowed.
 *   <li>SH3. Bodies over 1 MB are refused.
 * </ol>
 */
package com.operatoros.payments.sandbox.stripe.http;
