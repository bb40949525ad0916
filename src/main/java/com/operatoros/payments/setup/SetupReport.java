package com.operatoros.payments.setup;

import com.operatoros.payments.text.Message;
import com.operatoros.payments.text.Messages;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A report of the setup check: what was looked at, what was found and how to mend it.
 *
 * @param mode {@code sandbox}, {@code test} or {@code live}
 */
public record SetupReport(String mode, List<Check> checks) {

    private static final List<String> BY_WEIGHT = List.of(Check.OK, Check.WARNING, Check.ERROR);

    /** One thing that was looked at. */
    public record Check(
            String name,
            String status,
            List<Message> detail,
            @Nullable Message fix) {
        static final String OK = "ok";
        static final String WARNING = "warning";
        static final String ERROR = "error";

        static Check ok(String name, Message detail) {
            return new Check(name, OK, List.of(detail), null);
        }

        static Check warning(String name, Message detail, Message fix) {
            return new Check(name, WARNING, List.of(detail), fix);
        }

        static Check error(String name, Message detail, Message fix) {
            return new Check(name, ERROR, List.of(detail), fix);
        }

        /** The same with more to say. */
        Check and(Message more) {
            return new Check(
                    name,
                    status,
                    Stream.concat(detail.stream(), Stream.of(more)).toList(),
                    fix);
        }

        /** What was found. */
        public String detailIn(Messages texts) {
            return detail.stream().map(words -> words.in(texts)).collect(Collectors.joining(" "));
        }

        /** What to do; null when there is nothing to do. */
        public @Nullable String fixIn(Messages texts) {
            return fix == null ? null : fix.in(texts);
        }
    }

    /** The worst status of all checks. */
    public String status() {
        return checks.stream()
                .map(Check::status)
                .max(Comparator.comparing(BY_WEIGHT::indexOf))
                .orElse(Check.OK);
    }
}
