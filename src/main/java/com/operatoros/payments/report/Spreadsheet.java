package com.operatoros.payments.report;

import com.operatoros.payments.money.Money;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Comma-separated values (RFC 4180) that are safe to open as a spreadsheet. */
final class Spreadsheet {

    /** Where something begins that a spreadsheet takes for a formula: of the whole, or behind what it may take for a separator. */
    private static final Pattern FORMULA = Pattern.compile(
            "^(?=[=+\\-@\uff1d\uff0b\uff0d\uff20\t\r\n])|(?<=[;\t\r\n])(?=[^\\S\r\n]*[=+\\-@\uff1d\uff0b\uff0d\uff20])");

    private final Writer writer;
    private final CsvWriter csv;

    Spreadsheet(OutputStream out, List<String> columns) {
        this(out, "", ',', columns);
    }

    /** @param mark what the file begins with */
    Spreadsheet(OutputStream out, String mark, char separator, List<String> columns) {
        writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        csv = CsvWriter.builder()
                .fieldSeparator(separator)
                .lineDelimiter(LineDelimiter.CRLF)
                .build(writer);
        List<String> heads = new ArrayList<>(columns);
        heads.set(0, mark + heads.get(0));
        csv.writeRecord(heads);
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

    /**
     * What others have written: an apostrophe in front keeps a spreadsheet from calculating it. A spreadsheet that expects
     * other separators than commas would find a formula behind those, too.
     */
    static String safe(@Nullable String words) {
        return words == null ? "" : FORMULA.matcher(words).replaceAll("'");
    }
}
