package com.operatoros.payments.payment.draft;

import com.operatoros.payments.text.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A note of an admin about an action, unchecked. */
public record NoteDraft(@Nullable String note) {

    private static final int LIMIT = 500;

    /** The note, unless it is empty or wrong. */
    public @Nullable String text() {
        return check(new ArrayList<>()).orElse(null);
    }

    /** What is wrong with it. */
    public List<FieldError> errors() {
        List<FieldError> errors = new ArrayList<>();
        check(errors);
        return errors;
    }

    /** What is wrong with it, where a note has to be there. */
    public List<FieldError> errorsOfRequired() {
        List<FieldError> errors = new ArrayList<>();
        boolean isMissing = check(errors).isEmpty() && errors.isEmpty();
        return isMissing ? List.of(FieldError.of("note", "note.missing")) : List.copyOf(errors);
    }

    private Optional<String> check(List<FieldError> errors) {
        return new TextFields(errors).lines("note", note, LIMIT);
    }
}
