package com.operatoros.payments.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The reports that can be had as files. */
public enum Report {
    MONTHS,
    PROJECTS,
    CLIENTS,
    FAILURES;

    /** Finds a report by its code. */
    public static Optional<Report> find(String code) {
        return Arrays.stream(values())
                .filter(report -> report.code().equals(code))
                .findFirst();
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
