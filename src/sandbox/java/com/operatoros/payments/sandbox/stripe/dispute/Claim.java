package com.operatoros.payments.sandbox.stripe.dispute;

import java.util.Optional;
import java.util.Set;

/** What a bank claims: why, how it stands at first, and how much if it is not all that is left, perhaps in another currency. */
public record Claim(String reason, DisputeStatus status, Optional<Long> amount, Optional<String> currency) {

    /** How a dispute can stand at first; debits are lost from the beginning. */
    public static final Set<DisputeStatus> FIRST =
            Set.of(DisputeStatus.NEEDS_RESPONSE, DisputeStatus.WARNING_NEEDS_RESPONSE, DisputeStatus.LOST);

    boolean isIn(String chargeCurrency) {
        return currency.filter(other -> !other.equals(chargeCurrency)).isEmpty();
    }
}
