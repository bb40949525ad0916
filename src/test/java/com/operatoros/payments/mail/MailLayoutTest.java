package com.operatoros.payments.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How the words of a mail are laid out. */
class MailLayoutTest {

    private static final MailText MAIL = new MailText(
            "Subject <1>",
            List.of("Hello <script>alert(1)</script>,", "please pay {{url}} $1 \\."),
            List.of(new MailText.Row("Project", "A \"quoted\" one"), new MailText.Row("Description", "one\n  two\n")),
            new MailText.Link("Pay now", "https://pay.example/pay/a?b=\"c\"&d"),
            List.of(new MailText.Link("PDF", "https://pay.example/pay/a/pdf")),
            List.of("Questions?"),
            List.of("Studio", "1 Main Street"));

    @Test
    void the_html_holds_the_words_and_none_of_their_power() {
        String html = MailLayout.html(MAIL);

        assertTrue(html.contains("Hello &lt;script&gt;alert(1)&lt;/script&gt;,"));
        assertTrue(html.contains("please pay {{url}} $1 \\."));
        assertTrue(html.contains("A &quot;quoted&quot; one"));
        assertTrue(html.contains("one<br>  two<br>"));
        assertTrue(html.contains("href=\"https://pay.example/pay/a?b=&quot;c&quot;&amp;d\""));
        assertFalse(html.contains("<script"));
    }

    @Test
    void the_html_loads_nothing() {
        String html = MailLayout.html(MAIL);

        assertFalse(html.contains("<img"));
        assertFalse(html.contains("src="));
        assertFalse(html.contains("url("));
        assertFalse(html.contains("<link"));
    }

    @Test
    void the_text_says_the_same_in_plain_lines() {
        String expected = """
                Hello <script>alert(1)</script>,

                please pay {{url}} $1 \\.

                Project: A "quoted" one
                Description:
                one
                  two


                Pay now:
                https://pay.example/pay/a?b="c"&d
                PDF:
                https://pay.example/pay/a/pdf

                Questions?

                --\s
                Studio
                1 Main Street
                """;

        assertEquals(expected, MailLayout.text(MAIL));
    }
}
