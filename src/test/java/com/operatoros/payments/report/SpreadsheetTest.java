package com.operatoros.payments.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a spreadsheet would calculate is words. */
class SpreadsheetTest {

    @ParameterizedTest
    @CsvSource({
        "=1+1, '''=1+1'",
        "+49 30 123, '''+49 30 123'",
        "-1, '''-1'",
        "@SUM(A1), '''@SUM(A1)'",
        "\uff1d1+1, '''\uff1d1+1'",
        "x;=1+1, x;'=1+1",
        "x; =1+1, x;' =1+1",
        "=1;=2, '''=1;''=2'"
    })
    void formulas_get_an_apostrophe(String written, String safe) {
        assertEquals(safe, Spreadsheet.safe(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"line\n=HYPERLINK(1)", "line\r\n=HYPERLINK(1)", "line\t=HYPERLINK(1)"})
    void formulas_of_a_later_line_get_one_too(String written) {
        assertEquals(written.replace("=", "'="), Spreadsheet.safe(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Website relaunch",
                "a=b",
                "1 + 1",
                "mail@example.com",
                "one; two",
                "two\nlines",
                "a blank\n\nline",
                "'quoted'"
            })
    void everything_else_stays_as_it_was_written(String written) {
        assertEquals(written, Spreadsheet.safe(written));
    }
}
