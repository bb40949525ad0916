package com.operatoros.payments.sandbox.stripe.hosted;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A PDF of A4 pages that is written from top to bottom; all of it is ASCII. */
final class Pdf {

    private static final double TOP = 780;
    private static final double BOTTOM = 60;
    private static final double LEADING = 1.35;

    private final String title;
    private final List<StringBuilder> pages = new ArrayList<>();
    private double height;

    Pdf(String title) {
        this.title = title;
        addPage();
    }

    private void addPage() {
        pages.add(new StringBuilder());
        height = TOP;
    }

    /** Text from the left edge, wrapped at the width. */
    void paragraph(double left, double width, String text, double size) {
        row(left, width, text, left, "", size);
    }

    /** The same with a short text that ends at the right edge of the first line. */
    void row(double left, double width, String text, double right, String atRight, double size) {
        boolean isFirst = true;
        for (String line : PdfText.wrap(text, width, size)) {
            down(size * LEADING);
            draw(left, line, size);
            if (isFirst) {
                draw(right - PdfText.width(atRight, size), atRight, size);
            }
            isFirst = false;
        }
    }

    private void draw(double x, String line, double size) {
        if (!line.isEmpty()) {
            add("BT /F1 %.1f Tf %.2f %.2f Td %s ET", size, x, height, PdfText.draw(line));
        }
    }

    /** Leaves room, and goes on at the top of another page when there is none. */
    void down(double points) {
        height -= points;
        if (height < BOTTOM) {
            addPage();
        }
    }

    /** A line across. */
    void rule(double left, double right) {
        down(6);
        add("0.5 w %.2f %.2f m %.2f %.2f l S", left, height, right, height);
    }

    private void add(String format, Object... values) {
        pages.get(pages.size() - 1)
                .append(String.format(Locale.ROOT, format, values))
                .append('\n');
    }

    /** The whole file. */
    String end() {
        List<String> objects = new ArrayList<>();
        StringBuilder kids = new StringBuilder();
        for (int i = 0; i < pages.size(); i++) {
            kids.append(4 + 2 * i + 1).append(" 0 R ");
        }
        objects.add("<< /Type /Catalog /Pages 2 0 R >>");
        objects.add("<< /Type /Pages /Kids [ " + kids + "] /Count " + pages.size() + " >>");
        objects.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
        objects.add("<< /Title " + PdfText.unicode(title) + " >>");
        pages.forEach(page -> {
            int content = objects.size() + 2;
            objects.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >>"
                    + " /Contents " + content + " 0 R >>");
            objects.add("<< /Length " + page.length() + " >>\nstream\n" + page + "endstream");
        });
        return file(objects);
    }

    private static String file(List<String> objects) {
        StringBuilder file = new StringBuilder("%PDF-1.7\n");
        StringBuilder offsets = new StringBuilder("0000000000 65535 f \n");
        for (int i = 0; i < objects.size(); i++) {
            offsets.append("%010d 00000 n \n".formatted(file.length()));
            file.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
        }
        int start = file.length();
        int count = objects.size() + 1;
        return file.append("xref\n0 " + count + "\n")
                .append(offsets)
                .append("trailer\n<< /Size " + count + " /Root 1 0 R /Info 4 0 R >>\nstartxref\n" + start + "\n%%EOF\n")
                .toString();
    }
}
