/**
 * The controls under {@code /_sandbox}: what a payer, a bank or a broken network does, at the touch of a JSON call.
 *
 * <ol>
 *   <li>SK1. {@code POST /_sandbox/pay {"id", "card" | "iban", "amount"?}}: a payer of its own opens the link, or continues the session
 *       it has open there, and pays; an invoice is paid by its customer, who can pay less or more than what remains. 200
 *       {@code {outcome, payment_intent, checkout_session | invoice}}
 *       and the reason of a decline; 409 when it cannot be paid; 404 when there is no such link, session or invoice.
 *   <li>SK2. {@code POST /_sandbox/settle {"payment_intent", "outcome"?}}: a delayed payment ends; 409 when it is not processing.
 *   <li>SK3. {@code POST /_sandbox/sessions/expire {"id"}}: ends an open session, or all that a link has open.
 *   <li>SK4. {@code GET} and {@code POST /_sandbox/webhooks}, {@code POST /_sandbox/webhooks/redeliver {"event"}}: deliveries.
 *   <li>SK5. {@code POST /_sandbox/faults {"method"?, "path", "kind": "400" | "500" | "429" | "timeout" | "reset",
 *       "after_effect"?, "times"?}}: the next calls of the API fail so, one unless {@code times} (up to 1000) says otherwise. All
 *       three methods answer what is armed: {@code GET} shows it, {@code DELETE} clears it.
 *   <li>SK6. Bad input is 400 with {@code {"error": message}}, an unknown control 404, a wrong method 405.
 *   <li>SK7. {@code POST /_sandbox/refund {"payment_intent", "amount"?, "status"?}}: gives money back, all that is left unless an
 *       amount in minor units says otherwise; {@code "pending": true} is that status. {@code POST /_sandbox/refund/move {"refund",
 *       "status": "pending" | "requires_action" | "succeeded" | "failed" | "canceled"}}: moves one on; {@code /_sandbox/refund/settle
 *       {"refund", "outcome": "succeeded" | "failed"}} is the same. All answer {@code {refund, payment_intent, charge, amount,
 *       status}}; 409 when that cannot be.
 *   <li>SK8. {@code POST /_sandbox/dispute {"payment_intent", "reason"?, "status"?: "needs_response" | "warning_needs_response" |
 *       "lost", "amount"?, "currency"?}} ({@code "inquiry": true} is the warning, too), {@code /_sandbox/dispute/update {…,
 *       "status"?}} (under review unless it says otherwise), {@code /_sandbox/dispute/close {…, "outcome": "won" | "lost" |
 *       "warning_closed"}}, {@code /_sandbox/dispute/reverse {…, "outcome": "won" | "lost" | "needs_response"}}: the payer's bank,
 *       where … is a {@code dispute}, or a {@code payment_intent} for its newest one. All answer {@code {dispute, payment_intent,
 *       charge, amount, currency, reason, status}}; 409 when that cannot be.
 *   <li>SK9. {@code POST /_sandbox/invoice/void}, {@code /_sandbox/invoice/uncollectible},
 *       {@code /_sandbox/invoice/finalization_failed {"invoice"}}, {@code /_sandbox/overpay {"invoice", "amount"}}, where the amount
 *       is what is paid too much.
 *   <li>SK10. In a browser {@code GET /_sandbox/webhooks} and {@code GET /_sandbox/payments} are pages whose forms send the same
 *       controls; such a form is answered by a redirect to its page, or by a page that says why not.
 *   <li>SK11. {@code POST /_sandbox/edit_invoice {"id", "amount"?, "description"?, "metadata"?: "keep" | "drop"}} replaces an open
 *       invoice by a revision over another amount; {@code POST /_sandbox/copy_invoice {"id"}} makes another open invoice like one.
 *       Both answer {@code {id, number, status}} of the new one; 409 when that cannot be.
 *   <li>SK12. {@code POST /_sandbox/credit_note {"invoice", "amount"}} credits an invoice: first what it still awaits, and what was
 *       paid already by a refund. {@code POST /_sandbox/credit_note/void {"credit_note"} or {"invoice"}} takes one back, or the newest.
 *       Both answer {@code {credit_note, number, invoice, amount, type, status}}; 409 when that cannot be.
 *   <li>SK13. {@code POST /_sandbox/pay_outside {"invoice", "amount"}} records a payment outside of Stripe and answers {@code {invoice,
 *       payment_record, amount_paid, amount_remaining, status}}; 409 when the invoice is not open.
 *   <li>SK14. {@code POST /_sandbox/pay {"id", "transfer": true}}: the payer chooses to transfer the money by himself, and the outcome
 *       is {@code waiting}. {@code POST /_sandbox/transfer {"payment_intent", "amount"?}} makes that transfer, of all that is still to
 *       come unless an amount in minor units says otherwise: {@code paid}, or {@code waiting} for the rest. {@code POST
 *       /_sandbox/cancel_intent {"payment_intent"}} calls it off at Stripe. Both answer {@code {payment_intent, outcome}}; 409 when that
 *       cannot be.
 *   <li>SK15. {@code POST /_sandbox/permissions {"method", "path", "permission"}} takes a permission away from all keys, and {@code
 *       {"revoked": true}} the keys themselves; {@code DELETE /_sandbox/permissions} gives everything back.
 *   <li>SK16. {@code POST /_sandbox/copy {"id"}} makes another payment link like one, with its metadata, and answers {@code {id, url}}
 *       of the new one; 404 when there is none.
 *   <li>SK17. {@code POST /_sandbox/fraud_warning}, {@code /_sandbox/review} and {@code /_sandbox/review/approve {"payment_intent"}}:
 *       the payer's bank warns of a payment that succeeded, a rule of Radar stops it for a look, a person approves it. They answer the
 *       warning or the review; 409 when that cannot be.
 *   <li>SK18. The pay control takes for a link also {@code "quantity"}, {@code "discount"} in minor units, as a code would give (of all of it the page is only confirmed), and
 *       {@code "presentment_amount"} with {@code "presentment_currency"}: what the payer saw and paid in his own currency.
 *   <li>SK19. {@code POST /_sandbox/webhooks/connected {"event", "account"?}} delivers an event once more as one of a connected
 *       account, and {@code POST /_sandbox/webhooks/thin {"type"?}} a thin one. Both are signed rightly and answer {@code {event,
 *       deliveries}}.
 *   <li>SK20. {@code POST /_sandbox/balance {"customer" | "email", "credit" | "debt", "currency"}} moves the balance of a customer and
 *       answers the transaction; 409 when that cannot be.
 * </ol>
 */
package com.operatoros.payments.sandbox.stripe.control;
