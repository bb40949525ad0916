package com.operatoros.payments.report;

import com.operatoros.payments.money.Amount;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;

/**
 * A table as a workbook of spreadsheets: numbers, days and moments are such, in the business's zone. Rows are handed over as they come,
 * and where one sheet is full another begins.
 */
final class Workbook implements Table {

    /** A sheet can have 1,048,576. */
    private static final int MOST_ROWS = 1_000_000;

    private static final String DAY = "yyyy-mm-dd";
    private static final String MOMENT = "yyyy-mm-dd hh:mm:ss";

    private final org.dhatim.fastexcel.Workbook book;
    private final String name;
    private final List<String> heads;
    private final ZoneId zone;
    private Worksheet sheet;
    private int sheets;
    private int rows;

    Workbook(OutputStream out, String name, List<String> heads, ZoneId zone) {
        this.book = new org.dhatim.fastexcel.Workbook(out, "OperatorOS Payments", "1.0");
        this.name = name;
        this.heads = heads;
        this.zone = zone;
        this.sheet = begin();
    }

    private Worksheet begin() {
        sheets++;
        Worksheet next = book.newWorksheet(sheets == 1 ? name : name + " " + sheets);
        for (int column = 0; column < heads.size(); column++) {
            next.value(0, column, heads.get(column));
            next.style(0, column).bold().set();
        }
        next.freezePane(0, 1);
        rows = 1;
        return next;
    }

    @Override
    public void row(List<Cell> cells) throws IOException {
        if (rows > MOST_ROWS) {
            finish();
            sheet = begin();
        }
        for (int column = 0; column < cells.size(); column++) {
            write(column, cells.get(column));
        }
        rows++;
    }

    private void write(int column, Cell cell) {
        if (cell instanceof Cell.Code code) {
            sheet.value(rows, column, code.text());
        } else if (cell instanceof Cell.Words words) {
            // A cell that is a text is never calculated.
            sheet.value(rows, column, words.text());
        } else if (cell instanceof Cell.Sum sum) {
            sheet.value(rows, column, sum.amount().major());
            sheet.style(rows, column).format(format(sum.amount())).set();
        } else if (cell instanceof Cell.Day day) {
            sheet.value(rows, column, day.date());
            sheet.style(rows, column).format(DAY).set();
        } else if (cell instanceof Cell.Moment moment) {
            sheet.value(rows, column, LocalDateTime.ofInstant(moment.at(), zone));
            sheet.style(rows, column).format(MOMENT).set();
        }
    }

    private static String format(Amount amount) {
        int decimals = amount.major().scale();
        return decimals <= 0 ? "#,##0" : "#,##0." + "0".repeat(decimals);
    }

    @Override
    public void flush() throws IOException {
        sheet.flush();
    }

    private void finish() throws IOException {
        sheet.setAutoFilter(0, 0, Math.max(0, rows - 1), heads.size() - 1);
        sheet.finish();
    }

    @Override
    public void end() throws IOException {
        finish();
        book.finish();
    }
}
