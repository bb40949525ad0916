/**
 * The same request of the same admin is carried out once a day, whatever crashes in between.
 *
 * <p>Q1. A request is known by the admin and the key that came with it; what else it says is kept as a hash, and the same key with
 * another hash is refused. Q2. The key is bound to its payment in the transaction that touches the payment: a request that was
 * interrupted after that is answered from the payment and never carried out again. Q3. The first answer is kept for a day and
 * given again; a refusal is kept only if the request has touched a payment. Q4. Of requests that come at the same time one is carried
 * out, and the others wait for its answer, ten seconds at most.
 *
 * <p>It knows no payment but its id.
 */
package com.operatoros.payments.request;
