package com.operatoros.payments.sandbox.stripe.api;

import com.google.gson.JsonObject;
import java.util.function.LongPredicate;
import java.util.function.Predicate;

/** The list filter {@code created}: a time, or a hash of gt, gte, lt and lte. */
public final class Created {

    private static final Fields RANGE = Fields.none()
            .optional("gt", Rule.integer(0))
            .optional("gte", Rule.integer(0))
            .optional("lt", Rule.integer(0))
            .optional("lte", Rule.integer(0));

    private Created() {}

    /** The rule of the parameter. */
    public static Rule rule() {
        return (param, value) -> (value instanceof Form ? RANGE : Rule.integer(0)).check(param, value);
    }

    /** Whether an object was made when the call asks for. */
    public static Predicate<JsonObject> filter(Form form) {
        LongPredicate isWanted = form.integer("created")
                .<LongPredicate>map(exactly -> time -> time == exactly)
                .orElseGet(() -> form.child("created").map(Created::range).orElse(time -> true));
        return object -> isWanted.test(object.get("created").getAsLong());
    }

    private static LongPredicate range(Form range) {
        long above = range.integer("gt").orElse(Long.MIN_VALUE);
        long from = range.integer("gte").orElse(Long.MIN_VALUE);
        long below = range.integer("lt").orElse(Long.MAX_VALUE);
        long to = range.integer("lte").orElse(Long.MAX_VALUE);
        return time -> time > above && time >= from && time < below && time <= to;
    }
}
