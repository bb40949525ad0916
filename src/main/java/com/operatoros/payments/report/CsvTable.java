package com.operatoros.payments.report;

import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A table as comma-separated values: for programs the same in every language; for a spreadsheet program with a byte order mark, so that
 * it knows the letters, and with the separators, the decimals and the dates of one language, in the business's zone.
 */
final class CsvTable implements Table {

    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final Spreadsheet file;
    private final @Nullable Locale language;
    private final ZoneId zone;

    private CsvTable(Spreadsheet file, @Nullable Locale language, ZoneId zone) {
        this.file = file;
        this.language = language;
        this.zone = zone;
    }

    static CsvTable forPrograms(OutputStream out, List<String> columns, ZoneId zone) {
        return new CsvTable(new Spreadsheet(out, columns), null, zone);
    }

    static CsvTable forPeople(OutputStream out, List<String> heads, Locale language, ZoneId zone) {
        char separator = isGerman(language) ? ';' : ',';
        return new CsvTable(new Spreadsheet(out, BYTE_ORDER_MARK, separator, heads), language, zone);
    }

    private static boolean isGerman(Locale language) {
        return language.getLanguage().equals(Locale.GERMAN.getLanguage());
    }

    @Override
    public void row(List<Cell> cells) {
        file.row(cells.stream().map(this::text).toList());
    }

    private String text(Cell cell) {
        if (cell instanceof Cell.Code code) {
            return code.text();
        }
        if (cell instanceof Cell.Words words) {
            return Spreadsheet.safe(words.text());
        }
        if (cell instanceof Cell.Sum sum) {
            String plain = sum.amount().major().toPlainString();
            return language != null && isGerman(language) ? plain.replace('.', ',') : plain;
        }
        if (cell instanceof Cell.Day day) {
            return language == null ? day.date().toString() : formatter("").format(day.date());
        }
        if (cell instanceof Cell.Moment moment) {
            return language == null
                    ? moment.at().toString()
                    : formatter(" HH:mm:ss").format(moment.at().atZone(zone));
        }
        return "";
    }

    /** Both are read as dates by the programs of their languages; the English one has no order that people disagree about. */
    private DateTimeFormatter formatter(String time) {
        boolean isGerman = language != null && isGerman(language);
        return DateTimeFormatter.ofPattern((isGerman ? "dd.MM.yyyy" : "yyyy-MM-dd") + time, Locale.ROOT);
    }

    @Override
    public void flush() throws IOException {
        file.flush();
    }

    @Override
    public void end() throws IOException {
        file.flush();
    }
}
