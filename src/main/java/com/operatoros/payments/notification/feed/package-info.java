/**
 * The feed of notifications to OperatorOS, which shows them in its own list; they leave through the {@code outbox}.
 *
 * <p>F1. Only if OPERATOROS_NOTIFY_URL is set there is a row for each notification; no trouble of the feed makes a
 * notification. F2. The id in the body and in {@code X-OperatorOS-Notification} never changes, and {@code Idempotency-Key}
 * is the same for each repetition of the same notification. F3. Only an answer 2xx takes a notification, and no redirect is
 * followed. Everything else is tried again, not before {@code Retry-After}, since a receiver that is wrongly set up must not
 * lose anything. F4. A notification that is completed while it waits is posted once, complete; one that was posted already
 * is posted again under the same id. F5. Each try is signed anew:
 * {@code X-OperatorOS-Signature: t=<unix seconds>,v1=<hex HMAC-SHA256 of "t.body">}. F6. No log and no page names the
 * address or the secret.
 */
package com.operatoros.payments.notification.feed;
