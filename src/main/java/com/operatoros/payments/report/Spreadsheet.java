package com.operatoros.payments.report;

import com.operatoros.payments.money.Money;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Comma-separated values (RFC 4180) that are safe to open as a spreadsheet. */
final class Spreadsheet {

    /** A spreadsheet takes what begins so for a formula. */
    private static final String FORMULAS = "=+-@\t\r\n";

    private final Writer writer;
    private final CsvWriter csv;

    Spreadsheet(OutputStream out, List<String> columns) {
        writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(writer);
        csv.writeRecord(columns);
    }

    void row(List<String> fields) {
        csv.writeRecord(fields);
    }

    /** Hands over what was written so far. */
    void flush() throws IOException {
        csv.flush();
        writer.flush();
    }

    /** With a dot and all decimals of the currency, whatever the reader's language. */
    static String amount(Money money) {
        return money.major().toPlainString();
    }

    static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** What others have written: an apostrophe in front keeps a spreadsheet from calculating it. */
    static String safe(@Nullable String words) {
        boolean isFormula = words != null && !words.isEmpty() && FORMULAS.indexOf(words.charAt(0)) >= 0;
        return isFormula ? "'" + words : text(words);
    }
}
