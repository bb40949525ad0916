package com.operatoros.payments.stripe;

import com.operatoros.payments.gateway.CallOutcome;
import com.operatoros.payments.gateway.CallOutcome.KeyTrust;
import com.operatoros.payments.gateway.Failure;
import com.operatoros.payments.text.Message;
import com.operatoros.payments.text.Messages;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.PermissionException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import com.stripe.model.StripeError;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells refusals from unknown outcomes (rule S2) and puts Stripe's errors into our words. */
final class StripeFailures {

    private static final int BAD_REQUEST = 400;
    private static final int PAYMENT_REQUIRED = 402;
    private static final int SERVER_ERROR = 500;

    /** The SDK does not hand the header over in which Stripe may ask for more; the pause grows by itself. */
    private static final Duration RATE_LIMIT_PAUSE = Duration.ofSeconds(3);

    private static final Pattern PERMISSION = Pattern.compile("(rak_[a-z0-9_]+)");
    private static final Pattern KEY = Pattern.compile("[sr]k_(?:test|live)_[^\\s'.,]*");

    private StripeFailures() {}

    static CallOutcome outcome(StripeException e) {
        if (e instanceof AuthenticationException || e instanceof PermissionException) {
            return new CallOutcome.Denied(e instanceof PermissionException ? permission(message(e)) : null);
        }
        return isRefusal(e)
                ? new CallOutcome.Refused(new Failure(code(e), message(e)))
                : new CallOutcome.Unknown(describe(e), trust(e), pause(e));
    }

    /** A 500 may be stored under the key; a key that was used with another request is of no use any more. */
    private static KeyTrust trust(StripeException e) {
        if (e instanceof IdempotencyException) {
            return KeyTrust.LOST;
        }
        Integer status = e.getStatusCode();
        return status != null && status >= SERVER_ERROR ? KeyTrust.SHAKEN : KeyTrust.FULL;
    }

    private static Duration pause(StripeException e) {
        return e instanceof RateLimitException ? RATE_LIMIT_PAUSE : Duration.ZERO;
    }

    /** Stripe names the permission that a restricted key lacks, and the key with it, which is nobody's business. */
    static String permission(String words) {
        Matcher named = PERMISSION.matcher(words);
        return named.find() ? named.group(1) : KEY.matcher(words).replaceAll("…");
    }

    /** Whether the object of a call does not exist. */
    static boolean isMissing(StripeException e) {
        return "resource_missing".equals(e.getCode());
    }

    /** Only these prove that nothing was made; a key used with another request proves nothing. */
    private static boolean isRefusal(StripeException e) {
        Integer status = e.getStatusCode();
        return status != null
                && (status == BAD_REQUEST || status == PAYMENT_REQUIRED)
                && !(e instanceof IdempotencyException);
    }

    /** What a person reads who waits for an answer. */
    static StripeUnreachable unreachable(StripeException e) {
        return new StripeUnreachable(
                e instanceof AuthenticationException || e instanceof PermissionException
                        ? denied(e).in(Messages.english())
                        : describe(e));
    }

    private static Message denied(StripeException e) {
        return e instanceof PermissionException
                ? Message.of("denied.permission", permission(message(e)))
                : Message.of("denied.key");
    }

    /** What may be logged and kept: never the request or its key. */
    static String describe(StripeException e) {
        return e.getClass().getSimpleName() + " status " + e.getStatusCode() + " code " + code(e) + " request "
                + e.getRequestId();
    }

    private static @Nullable String code(StripeException e) {
        String decline = e instanceof CardException card ? card.getDeclineCode() : null;
        return decline != null ? decline : e.getCode();
    }

    private static String message(StripeException e) {
        StripeError error = e.getStripeError();
        String words = error == null ? null : error.getMessage();
        return words == null ? "Stripe refused the request." : words;
    }
}
