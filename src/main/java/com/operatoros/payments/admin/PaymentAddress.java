package com.operatoros.payments.admin;

import com.operatoros.payments.payment.action.CreationResult;
import com.operatoros.payments.payment.action.PaymentAction;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Leads to the page of a payment, as redirects. */
final class PaymentAddress {

    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private PaymentAddress() {}

    static String of(UUID id) {
        return "/admin/payment?faces-redirect=true&id=" + id;
    }

    /** The page of a payment that has just been made. */
    static String of(CreationResult result) {
        return of(result.payment().id()) + result.tellTo(new Notice());
    }

    /** What the page says of the creation beside showing it. */
    private static final class Notice implements CreationResult.Reader<String> {
        @Override
        public String created(CreationResult.Created result) {
            return "&created=true";
        }

        @Override
        public String unsettled(CreationResult.Unsettled result) {
            return "";
        }

        @Override
        public String refused(CreationResult.Refused result) {
            return "";
        }
    }

    /** The page that tells how a button's request has ended; what is not settled it shows by itself. */
    static String of(UUID id, PaymentAction action, ActionEnd end) {
        return end == ActionEnd.UNSETTLED ? of(id) : of(id) + "&asked=" + action.code() + "&ended=" + end.code();
    }

    /** Reads an id; one that can't be ours is none. */
    static Optional<UUID> readId(@Nullable String text) {
        return Optional.ofNullable(text).filter(ID.asMatchPredicate()).map(UUID::fromString);
    }
}
