package com.operatoros.payments.payment;

/** What came of asking the gateway for a link. */
public sealed interface LinkOutcome {

    /** The link exists, with the id and the address that the gateway gave it. */
    record Created(String linkId, String url) implements LinkOutcome {}

    /** The gateway refused for good: repeating the request can't help. */
    record Refused(Failure failure) implements LinkOutcome {}

    /** Nobody knows: the link may exist or not, and the same request with the same key will tell. */
    record Unknown(String reason) implements LinkOutcome {}
}
