/**
 * What is asked of whoever takes the money, and all that he can tell: a vocabulary without a library, a row or a rule of its own.
 *
 * <p>G1. No call throws: what is not known is an outcome of its own ({@link com.operatoros.payments.gateway.CallOutcome}), and only a
 * refusal proves that nothing was done. G2. Whatever makes something carries an idempotency key; what looks something up changes
 * nothing. G3. A request is frozen as JSON, so that a repetition asks for the same whatever the settings have become. G4. A report
 * says what happened, by its state and the id of its charge, refund or dispute; a new kind of report does not compile until
 * everybody who reads reports understands it. G5. Amounts are minor units with the code of their currency, which need not be one that
 * we bill in; times are the gateway's.
 */
package com.operatoros.payments.gateway;
