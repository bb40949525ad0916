package com.operatoros.payments.notification.feed;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * An address of OperatorOS to lead back to, and one to post notifications to.
 *
 * @param dashboard where its pages are, for the links back
 * @param receiver where notifications are posted; null when they are not
 * @param secret signs them
 */
public record FeedSettings(
        @Nullable URI dashboard,
        @Nullable URI receiver,
        @Nullable String secret) {

    /** Whether notifications are posted at all. */
    boolean isOn() {
        return receiver != null && secret != null;
    }

    @Override
    public String toString() {
        return "FeedSettings[isOn=" + isOn() + "]";
    }
}
