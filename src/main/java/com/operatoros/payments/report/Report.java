package com.operatoros.payments.report;

import com.operatoros.payments.code.Coded;
import java.util.Optional;

/** The reports that can be had as files. */
public enum Report implements Coded {
    MONTHS,
    PROJECTS,
    CLIENTS,
    FAILURES;

    /** Finds a report by its code. */
    public static Optional<Report> find(String code) {
        return Coded.find(Report.class, code);
    }
}
