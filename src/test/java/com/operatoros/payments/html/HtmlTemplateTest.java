package com.operatoros.payments.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.samskivert.mustache.MustacheException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules H1 and H2. */
class HtmlTemplateTest {

    private static final HtmlTemplate TEMPLATE = HtmlTemplate.beside(HtmlTemplateTest.class, "template.html");

    private record Row(String name, String value) {}

    @Test
    void text_has_no_power_in_elements_and_attributes() {
        String html = TEMPLATE.fill(values("<b>'\"&amp; {{title}} $1"));

        assertEquals("""
                <p title="&lt;b&gt;&#39;&quot;&amp;amp; {{title}} $1">&lt;b&gt;&#39;&quot;&amp;amp; {{title}} $1</p>
                <p>none</p>
                """, html);
    }

    @Test
    void lines_stay_lines_where_the_template_says_so() {
        Map<String, Object> values = values("x");
        values.put("rows", List.of(new Row("first", "one\n  two\n<br>\n")));

        assertTrue(TEMPLATE.fill(values).contains("<p>first: one<br>  two<br>&lt;br&gt;<br></p>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "rows"})
    void a_place_or_a_section_without_a_value_is_an_error(String name) {
        Map<String, Object> values = values("x");
        values.remove(name);

        assertThrows(MustacheException.class, () -> TEMPLATE.fill(values));
    }

    @Test
    void a_place_is_not_filled_with_null() {
        Map<String, Object> values = values("x");
        values.put("title", null);

        assertThrows(MustacheException.class, () -> TEMPLATE.fill(values));
    }

    @Test
    void no_template_takes_html_from_a_value() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources"))) {
            List<Path> templates =
                    files.filter(file -> file.toString().endsWith(".html")).toList();

            assertFalse(templates.isEmpty());
            for (Path template : templates) {
                String text = Files.readString(template);
                assertFalse(text.contains("{{{") || text.contains("{{&"), template.toString());
            }
        }
    }

    private static Map<String, Object> values(String title) {
        return new HashMap<>(Map.of("title", title, "rows", List.of()));
    }
}
