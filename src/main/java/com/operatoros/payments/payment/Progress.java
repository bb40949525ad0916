package com.operatoros.payments.payment;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A note of how a payment began and ended without money: the facts that are no rows of their own. */
@Embeddable
class Progress {
    @Column(name = "opened_at")
    private @Nullable Instant openedAt;

    @Column(name = "ended_as")
    private @Nullable PaymentStatus endedAs;

    void opened(Instant at) {
        openedAt = openedAt == null ? at : openedAt;
    }

    /** Whether it had not ended before: the first end counts. */
    boolean ended(PaymentStatus as) {
        boolean isNews = endedAs == null;
        endedAs = isNews ? as : endedAs;
        return isNews;
    }

    boolean isOpened() {
        return openedAt != null;
    }

    Optional<PaymentStatus> end() {
        return Optional.ofNullable(endedAs);
    }
}
