package com.operatoros.payments.payment;

import com.operatoros.payments.sql.UuidConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A note of how a payment began and what people have decided about it: the facts that are no rows of their own, and which payment
 * was made to correct it.
 */
@Embeddable
public class Progress {
    /**
     * A person's word that what is here is enough; more that comes later is looked at anew.
     *
     * @param minor what was here and stayed then
     */
    record Acceptance(Instant at, long minor) {}

    @Column(name = "opened_at")
    private @Nullable Instant openedAt;

    @Column(name = "ended_as")
    private @Nullable PaymentStatus endedAs;

    @Column(name = "accepted_at")
    private @Nullable Instant acceptedAt;

    @Column(name = "accepted_minor")
    private @Nullable Long acceptedMinor;

    @Column(name = "replaces_id")
    @Convert(converter = UuidConverter.class)
    private @Nullable UUID replacesId;

    @Column(name = "replaced_by_id")
    @Convert(converter = UuidConverter.class)
    private @Nullable UUID replacedById;

    void opened(Instant at) {
        openedAt = openedAt == null ? at : openedAt;
    }

    /** Whether it had not ended before: the first end counts. */
    boolean ended(PaymentStatus as) {
        boolean isNews = endedAs == null;
        endedAs = isNews ? as : endedAs;
        return isNews;
    }

    /** Whether nobody had accepted what had arrived before. */
    boolean accepted(Acceptance acceptance) {
        boolean isNews = acceptedAt == null || acceptedMinor == null || acceptance.minor() > acceptedMinor;
        acceptedAt = isNews ? acceptance.at() : acceptedAt;
        acceptedMinor = isNews ? Long.valueOf(acceptance.minor()) : acceptedMinor;
        return isNews;
    }

    /** How a person took what had arrived as settling it; null when nobody did. */
    @Nullable
    Acceptance acceptance() {
        return acceptedAt == null || acceptedMinor == null ? null : new Acceptance(acceptedAt, acceptedMinor);
    }

    boolean isOpened() {
        return openedAt != null;
    }

    Optional<PaymentStatus> end() {
        return Optional.ofNullable(endedAs);
    }

    void replace(UUID old) {
        replacesId = old;
    }

    void replacedBy(@Nullable UUID correction) {
        replacedById = correction;
    }

    /** The payment that this one was made to correct. */
    public Optional<UUID> replaces() {
        return Optional.ofNullable(replacesId);
    }

    /** The payment that was made to correct this one. */
    public Optional<UUID> replacedBy() {
        return Optional.ofNullable(replacedById);
    }
}
