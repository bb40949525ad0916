package com.operatoros.payments.payment;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A pointer to the payment that was made to correct another one, and back. */
@Embeddable
public class Correction {
    @Column(name = "replaces_id")
    @Convert(converter = UuidConverter.class)
    private @Nullable UUID replacesId;

    @Column(name = "replaced_by_id")
    @Convert(converter = UuidConverter.class)
    private @Nullable UUID replacedById;

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
