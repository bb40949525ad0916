package com.operatoros.payments.stripe;

import com.operatoros.payments.gateway.AttemptReport;
import com.operatoros.payments.gateway.AttemptState;
import com.operatoros.payments.gateway.Failure;
import com.operatoros.payments.gateway.GatewayReport;
import com.operatoros.payments.gateway.IntentId;
import com.operatoros.payments.gateway.PayerReport;
import com.operatoros.payments.money.Amount;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Collects what an event says about an attempt; what is missing or makes no sense leaves it unclear (rule S4). */
final class AttemptReading {

    /** Twelve digits are the most that Stripe charges in any currency. */
    static final long LARGEST_AMOUNT = 999_999_999_999L;

    private final AttemptState state;
    private final Instant at;
    private @Nullable String attemptId;
    private @Nullable String intentId;
    private @Nullable Long amountMinor;
    private @Nullable String currency;
    private @Nullable Failure failure;
    private boolean usesLinkUp;
    private @Nullable PayerReport payer;

    private AttemptReading(AttemptState state, Instant at) {
        this.state = state;
        this.at = at;
    }

    static AttemptReading of(AttemptState state, Instant at) {
        return new AttemptReading(state, at);
    }

    AttemptReading attempt(@Nullable String id) {
        attemptId = id;
        return this;
    }

    AttemptReading intent(@Nullable String id) {
        intentId = id;
        return this;
    }

    AttemptReading amount(@Nullable Long minor, @Nullable String code) {
        amountMinor = minor;
        currency = code;
        return this;
    }

    AttemptReading failure(@Nullable Failure reason) {
        failure = reason;
        return this;
    }

    AttemptReading payer(@Nullable PayerReport who) {
        payer = who;
        return this;
    }

    /** The link takes no other payment after this one. */
    AttemptReading usingLinkUp() {
        usesLinkUp = true;
        return this;
    }

    GatewayReport report() {
        if (isMissing(attemptId) || isMissing(intentId) || isMissing(currency) || amountMinor == null) {
            return new GatewayReport.Unclear();
        }
        if (isOdd(amountMinor)) {
            return new GatewayReport.Unclear();
        }
        AttemptReport report = new AttemptReport(
                state,
                String.valueOf(attemptId),
                new IntentId(String.valueOf(intentId)),
                new Amount(amountMinor, String.valueOf(currency)),
                at,
                failure);
        return new GatewayReport.Attempt(report, usesLinkUp, payer);
    }

    /** Whether nobody can have paid so much. */
    static boolean isOdd(long minor) {
        return minor < 0 || minor > LARGEST_AMOUNT;
    }

    static boolean isMissing(@Nullable String text) {
        return text == null || text.isBlank() || text.indexOf('\0') >= 0;
    }
}
