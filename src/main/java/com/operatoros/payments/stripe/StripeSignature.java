package com.operatoros.payments.stripe;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decides whether a delivery was signed by Stripe with one of our secrets, and just now (rule S3). */
@Dependent
public class StripeSignature {

    private static final long TOLERANCE_SECONDS = 300;
    private static final Pattern TIMESTAMP = Pattern.compile("(?:^|,)t=([0-9]{1,12})(?:,|$)");

    private final StripeSettings settings;
    private final Clock clock;

    @Inject
    StripeSignature(StripeSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Checks the raw bytes against the header {@code Stripe-Signature}.
     *
     * @return the signed text, or nothing when the delivery must be refused
     */
    public Optional<String> verify(byte[] body, @Nullable String header) {
        if (header == null || !isRecent(header)) {
            return Optional.empty();
        }
        return text(body)
                .filter(payload ->
                        settings.webhookSecrets().stream().anyMatch(secret -> matches(payload, header, secret)));
    }

    /** The SDK accepts any time in the future and reads the system's clock; we take ours and both directions. */
    private boolean isRecent(String header) {
        Matcher timestamp = TIMESTAMP.matcher(header);
        if (!timestamp.find()) {
            return false;
        }
        long age = clock.instant().getEpochSecond() - Long.parseLong(timestamp.group(1));
        boolean isOnlyOne = !timestamp.find(timestamp.end(1));
        return isOnlyOne && Math.abs(age) <= TOLERANCE_SECONDS;
    }

    /** Bytes that are no UTF-8 can't be what was signed. */
    private static Optional<String> text(byte[] body) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean matches(String payload, String header, String secret) {
        try {
            return Webhook.Signature.verifyHeader(payload, header, secret, 0);
        } catch (SignatureVerificationException | RuntimeException e) {
            // The SDK answers malformed headers with unchecked exceptions of several kinds.
            return false;
        }
    }
}
