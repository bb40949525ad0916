/**
 * What the sandbox remembers: every object and note it has, in one place.
 *
 * <ol>
 *   <li>ST1. A change is all or nothing: {@link com.operatoros.payments.sandbox.stripe.store.Store#change} holds the one lock, and
 *       what throws inside leaves no trace.
 *   <li>ST2. With a data folder each change is one line of a journal, written before the change is visible to others; a restart, or a
 *       kill at any point, keeps all whole lines. A cut last line is dropped.
 *   <li>ST3. What is read is a copy; only {@code put} changes anything.
 *   <li>ST4. What happens after a change (deliveries) starts only when the change is committed.
 * </ol>
 *
 * It knows nothing of HTTP or of the meaning of the objects.
 */
package com.operatoros.payments.sandbox.stripe.store;
