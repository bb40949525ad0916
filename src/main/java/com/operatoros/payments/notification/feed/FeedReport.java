package com.operatoros.payments.notification.feed;

/**
 * A count of the notifications that have not reached OperatorOS because of trouble.
 *
 * @param waiting how many are tried again because of trouble
 * @param reason the latest trouble; empty when there is none
 * @param givenUp how many are not tried any more
 */
public record FeedReport(long waiting, String reason, long givenUp) {

    /** All is posted, or nothing is to be. */
    public static final FeedReport NOTHING = new FeedReport(0, "", 0);
}
