package com.operatoros.payments.report;

import com.operatoros.payments.code.Coded;
import java.util.Optional;

/** A form in which a list is written as a file. */
public enum FileForm implements Coded {
    /** For programs: the same whatever the language. */
    CSV("text/csv; charset=UTF-8", ".csv"),
    /** For a spreadsheet program of one language, which opens it by a double click. */
    EXCEL("text/csv; charset=UTF-8", ".csv"),
    /** A workbook, whose cells know whether they are numbers, days or words. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx");

    private final String type;
    private final String ending;

    FileForm(String type, String ending) {
        this.type = type;
        this.ending = ending;
    }

    /** Finds a form by its code. */
    public static Optional<FileForm> find(String code) {
        return Coded.find(FileForm.class, code);
    }

    /** The media type. */
    public String type() {
        return type;
    }

    /** What the name of such a file ends with. */
    public String ending() {
        return ending;
    }
}
