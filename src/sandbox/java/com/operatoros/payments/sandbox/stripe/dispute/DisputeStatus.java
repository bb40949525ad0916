package com.operatoros.payments.sandbox.stripe.dispute;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.store.Json;
import java.util.Locale;
import java.util.Set;

/** Where a dispute stands; the warnings are inquiries. */
public enum DisputeStatus {
    NEEDS_RESPONSE,
    UNDER_REVIEW,
    WON,
    LOST,
    WARNING_NEEDS_RESPONSE,
    WARNING_UNDER_REVIEW,
    WARNING_CLOSED;

    private static final Set<DisputeStatus> ENDS = Set.of(WON, LOST, WARNING_CLOSED);

    /** The status of this dispute. */
    public static DisputeStatus of(JsonObject dispute) {
        return valueOf(Json.requiredText(dispute, "status").toUpperCase(Locale.ROOT));
    }

    /** Whether nothing is decided yet. */
    public boolean isOpen() {
        return !ENDS.contains(this);
    }

    /** Whether only a question was asked, and no money withdrawn. */
    public boolean isInquiry() {
        return name().startsWith("WARNING");
    }

    /** Whether the money is withdrawn now. */
    public boolean isChargedBack() {
        return !isInquiry() && this != WON;
    }

    /** Whether a bank that closed a dispute like this can change its mind to that. */
    boolean canBecomeAgain(DisputeStatus outcome) {
        return switch (this) {
            case LOST -> outcome == WON || outcome == NEEDS_RESPONSE;
            case WON, WARNING_CLOSED -> outcome == LOST || outcome == NEEDS_RESPONSE;
            case NEEDS_RESPONSE, UNDER_REVIEW, WARNING_NEEDS_RESPONSE, WARNING_UNDER_REVIEW -> false;
        };
    }

    DisputeStatus underReview() {
        return isInquiry() ? WARNING_UNDER_REVIEW : UNDER_REVIEW;
    }

    /** Its name at Stripe. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    void set(JsonObject dispute) {
        dispute.addProperty("status", label());
    }
}
