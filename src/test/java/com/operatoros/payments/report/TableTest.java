package com.operatoros.payments.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.operatoros.payments.money.Amount;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables as files that people and programs open. */
class TableTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final List<String> HEADS = List.of("Name", "Sum", "Day", "At");
    private static final List<Cell> ROW = List.of(
            new Cell.Words("=SUM(A1); Müller"),
            new Cell.Sum(new Amount(123_456, "eur")),
            new Cell.Day(LocalDate.of(2026, 11, 5)),
            new Cell.Moment(Instant.parse("2026-11-05T23:30:00Z")));

    @Test
    void a_german_program_gets_its_separators_its_decimals_and_its_dates() throws IOException {
        assertEquals(
                "\ufeffName;Sum;Day;At\r\n\"'=SUM(A1); Müller\";1234,56;05.11.2026;06.11.2026 00:30:00\r\n",
                forPeople(Locale.GERMAN));
    }

    @Test
    void an_english_program_gets_its_own() throws IOException {
        assertEquals(
                "\ufeffName,Sum,Day,At\r\n'=SUM(A1); Müller,1234.56,2026-11-05,2026-11-06 00:30:00\r\n",
                forPeople(Locale.ENGLISH));
    }

    @Test
    void a_program_gets_the_same_in_every_language() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvTable table = CsvTable.forPrograms(out, HEADS, BERLIN);

        table.row(ROW);
        table.end();

        assertEquals(
                "Name,Sum,Day,At\r\n'=SUM(A1); Müller,1234.56,2026-11-05,2026-11-05T23:30:00Z\r\n",
                out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void a_workbook_has_numbers_days_and_words_and_stays_readable_when_it_is_long(@TempDir Path folder)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Workbook book = new Workbook(out, "Payments", HEADS, BERLIN);

        for (int i = 0; i < 3; i++) {
            book.row(ROW);
            book.flush();
        }
        book.end();

        String sheet = part("xl/worksheets/sheet1.xml", out.toByteArray(), folder);
        String styles = part("xl/styles.xml", out.toByteArray(), folder);
        assertTrue(sheet.contains("<v>1234.56</v>"), sheet);
        assertTrue(sheet.contains("<autoFilter ref=\"A1:D4\""), sheet);
        assertTrue(sheet.contains("state=\"frozen\""), sheet);
        assertTrue(styles.contains("#,##0.00"), styles);
        assertEquals(-1, sheet.indexOf("<f>"), "nothing is calculated");
        // The days since 1900 as spreadsheets count them.
        assertTrue(sheet.contains("<v>46331"), sheet);
    }

    @Test
    void an_amount_has_the_decimals_of_its_currency(@TempDir Path folder) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Workbook book = new Workbook(out, "Payments", List.of("Sum"), BERLIN);

        book.row(List.of(new Cell.Sum(new Amount(1_500, "jpy"))));
        book.row(List.of(new Cell.Empty()));
        book.end();

        assertTrue(part("xl/worksheets/sheet1.xml", out.toByteArray(), folder).contains("<v>1500</v>"));
    }

    private static String forPeople(Locale language) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvTable table = CsvTable.forPeople(out, HEADS, language, BERLIN);
        table.row(ROW);
        table.end();
        return out.toString(StandardCharsets.UTF_8);
    }

    /** A part of it, as a program reads it that opens it by its directory. */
    private static String part(String name, byte[] file, Path folder) throws IOException {
        try (ZipFile zip =
                new ZipFile(Files.write(folder.resolve("book.xlsx"), file).toFile())) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
