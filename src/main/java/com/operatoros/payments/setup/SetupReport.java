package com.operatoros.payments.setup;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well the module is set up.
 *
 * @param mode {@code sandbox}, {@code test} or {@code live}
 */
public record SetupReport(String mode, List<Check> checks) {

    private static final List<String> BY_WEIGHT = List.of(Check.OK, Check.WARNING, Check.ERROR);

    /** One thing that was looked at. */
    public record Check(
            String name,
            String status,
            String detail,
            @Nullable String fix) {
        static final String OK = "ok";
        static final String WARNING = "warning";
        static final String ERROR = "error";

        static Check ok(String name, String detail) {
            return new Check(name, OK, detail, null);
        }

        static Check warning(String name, String detail, String fix) {
            return new Check(name, WARNING, detail, fix);
        }

        static Check error(String name, String detail, String fix) {
            return new Check(name, ERROR, detail, fix);
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
