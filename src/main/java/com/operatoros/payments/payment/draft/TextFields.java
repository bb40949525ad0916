package com.operatoros.payments.payment.draft;

import com.operatoros.payments.text.EmailAddress;
import com.operatoros.payments.text.FieldError;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks the text fields of a draft and collects what is wrong with them; lengths are counted in code points. */
record TextFields(List<FieldError> errors) {

    private static final int EMAIL_LIMIT = 254;

    Optional<String> required(String field, @Nullable String value, int limit) {
        if (isEmpty(value)) {
            errors.add(FieldError.of(field, "field.required"));
            return Optional.empty();
        }
        return optional(field, value, limit);
    }

    Optional<String> optional(String field, @Nullable String value, int limit) {
        if (value == null || isEmpty(value)) {
            return Optional.empty();
        }
        return text(field, value, limit, false);
    }

    Optional<String> lines(String field, @Nullable String value, int limit) {
        if (value == null || isEmpty(value)) {
            return Optional.empty();
        }
        return text(field, value.replace("\r\n", "\n").replace('\r', '\n'), limit, true);
    }

    Optional<String> email(String field, @Nullable String value) {
        Optional<String> text = required(field, value, EMAIL_LIMIT);
        if (text.isPresent() && EmailAddress.parse(text.get()).isEmpty()) {
            boolean isLocalPart = EmailAddress.isOnlyLocalPartForeign(text.get());
            errors.add(FieldError.of(field, isLocalPart ? "email.local_part" : "email.invalid"));
        }
        return text;
    }

    private Optional<String> text(String field, String value, int limit, boolean mayBreak) {
        String text = value.strip();
        if (text.codePoints().anyMatch(c -> isForbidden(c) && !(mayBreak && (c == '\n' || c == '\t')))) {
            errors.add(FieldError.of(field, "field.control"));
            return Optional.empty();
        }
        if (text.codePointCount(0, text.length()) > limit) {
            errors.add(FieldError.of(field, "field.too_long", limit));
            return Optional.empty();
        }
        return Optional.of(text);
    }

    /** Control characters and halves of surrogate pairs, which no database, mail or JSON carries unharmed. */
    private static boolean isForbidden(int codePoint) {
        return Character.isISOControl(codePoint)
                || Character.getType(codePoint) == Character.SURROGATE
                || codePoint == 0x2028
                || codePoint == 0x2029;
    }

    private static boolean isEmpty(@Nullable String value) {
        return value == null || value.codePoints().allMatch(TextFields::isInvisible);
    }

    private static boolean isInvisible(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || Character.getType(codePoint) == Character.FORMAT;
    }
}
