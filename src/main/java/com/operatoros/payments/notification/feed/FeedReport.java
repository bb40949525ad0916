package com.operatoros.payments.notification.feed;

import com.operatoros.payments.text.Message;
import org.jspecify.annotations.Nullable;

/**
 * A count of the notifications that have not reached OperatorOS because of trouble.
 *
 * @param waiting how many are tried again because of trouble
 * @param reason the latest trouble
 * @param givenUp how many are not tried any more
 */
public record FeedReport(long waiting, @Nullable Message reason, long givenUp) {

    /** All is posted, or nothing is to be. */
    public static final FeedReport NOTHING = new FeedReport(0, null, 0);
}
