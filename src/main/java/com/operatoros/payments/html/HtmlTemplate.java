package com.operatoros.payments.html;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A Mustache template of HTML, filled from the components of a record or the entries of a map. Within
 * <code>{{#br}}…{{/br}}</code> the lines of a text stay lines.
 */
public final class HtmlTemplate {

    private static final Mustache.Compiler COMPILER = Mustache.compiler()
            .strictSections(true)
            .withEscaper(Escapers.simple(
                    new String[][] {{"&", "&amp;"}, {"<", "&lt;"}, {">", "&gt;"}, {"\"", "&quot;"}, {"'", "&#39;"}}));

    private static final Mustache.Lambda BR =
            (content, out) -> out.write(content.execute().replace("\n", "<br>"));

    private final Template template;

    private HtmlTemplate(Template template) {
        this.template = template;
    }

    /** The template in this file beside the class. */
    public static HtmlTemplate beside(Class<?> owner, String file) {
        try (InputStream stream = owner.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("no file " + file);
            }
            return new HtmlTemplate(COMPILER.compile(new InputStreamReader(stream, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The HTML with these values. */
    public String fill(Object values) {
        StringWriter html = new StringWriter();
        template.execute(values, Map.of("br", BR), html);
        return html.toString();
    }
}
