/**
 * The feed of notifications to OperatorOS, which shows them in its own list.
 *
 * <p>F1. Only if OPERATOROS_NOTIFY_URL is set: a row for each notification, written in its transaction; nothing about the
 * posting can make that transaction fail, and no trouble of the feed makes a notification. F2. Every node's worker takes
 * due rows, each under a lease that outlasts the time limit of a call; no transaction is open during the call, and no
 * redirect is followed. F3. At least once: the id in the body and in {@code X-OperatorOS-Notification} never changes, and
 * {@code Idempotency-Key} is the same for each repetition of the same news. F4. Only an answer 2xx takes a notification.
 * Everything else is tried again, more and more seldom and not before {@code Retry-After}, for three days, since a receiver
 * that is wrongly set up must not lose anything; then it is given up. F5. A notification that is completed while it waits
 * is posted once, complete; one that was posted already is posted again under the same id. F6. Each try is signed anew:
 * {@code X-OperatorOS-Signature: t=<unix seconds>,v1=<hex HMAC-SHA256 of "t.body">}. F7. No log and no page names the
 * address or the secret.
 */
package com.operatoros.payments.notification.feed;
