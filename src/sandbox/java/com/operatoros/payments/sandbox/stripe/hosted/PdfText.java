package com.operatoros.payments.sandbox.stripe.hosted;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Text in the Helvetica that every PDF reader has. It knows Western European letters only; what it cannot draw is a question mark
 * on paper, but the true text goes along for whoever copies or searches it.
 */
final class PdfText {

    private static final Charset DRAWN = Charset.forName("windows-1252");
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final int UNKNOWN_WIDTH = 600;
    /** The widths of the characters from the space to the tilde, in thousandths of the size. */
    private static final int[] WIDTHS = {
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556,
        556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667,
        556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556,
        556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722,
        500, 500, 500, 334, 260, 334, 584
    };

    private PdfText() {}

    /** The operators that draw a line. */
    static String draw(String line) {
        String shown = "<" + HEX.formatHex(line.getBytes(DRAWN)) + "> Tj";
        boolean isWhole = DRAWN.newEncoder().canEncode(line);
        return isWhole ? shown : "/Span << /ActualText " + unicode(line) + " >> BDC " + shown + " EMC";
    }

    /** Text outside of the page, such as the title. */
    static String unicode(String text) {
        return "<FEFF" + HEX.formatHex(text.getBytes(StandardCharsets.UTF_16BE)) + ">";
    }

    static double width(String line, double size) {
        return line.codePoints().map(PdfText::width).sum() * size / 1000;
    }

    private static int width(int character) {
        int index = character - ' ';
        return index >= 0 && index < WIDTHS.length ? WIDTHS[index] : UNKNOWN_WIDTH;
    }

    /** The lines of a text: broken where it says so, and where it is too wide. */
    static List<String> wrap(String text, double width, double size) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\\R", -1)) {
            wrap(paragraph.replaceAll("\\p{Cntrl}", " "), width, size, lines);
        }
        return lines;
    }

    private static void wrap(String paragraph, double width, double size, List<String> lines) {
        StringBuilder line = new StringBuilder();
        for (int character : paragraph.codePoints().toArray()) {
            line.appendCodePoint(character);
            if (width(line.toString(), size) > width) {
                int space = line.lastIndexOf(" ");
                int cut = space > 0 ? space : line.length() - Character.charCount(character);
                lines.add(line.substring(0, cut));
                line.delete(0, cut);
            }
        }
        lines.add(line.toString().stripTrailing());
    }
}
