package com.operatoros.payments.sandbox.stripe.hosted;

import com.operatoros.payments.sandbox.stripe.http.Reply;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A hosted page: a template in the frame of all pages, and the headers it is sent with. Its values are those of a map or
 * of a record, {@code title} among them; all are escaped, and one that is missing is an error in the program.
 */
final class Page {

    private static final Mustache.Compiler HTML =
            Mustache.compiler().strictSections(true).withLoader(name -> new StringReader(read(name + ".html")));

    private final Template template;

    private Page(Template template) {
        this.template = template;
    }

    /** The page of this name in the folder {@code hosted}. */
    static Page of(String name) {
        return new Page(HTML.loadTemplate(name));
    }

    static String read(String file) {
        try (InputStream stream = Page.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("no file " + file);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Reply reply(int status, Object values) {
        return reply(status, values, Optional.empty());
    }

    /** The page with a form that may be answered by a redirect to another site. */
    Reply reply(int status, Object values, Optional<String> redirect) {
        return Reply.text(status, "text/html", template.execute(values))
                .with("Content-Security-Policy", policy(redirect))
                .with("X-Content-Type-Options", "nosniff")
                .with("Referrer-Policy", "same-origin")
                .with("Cache-Control", "no-store");
    }

    /** Browsers apply {@code form-action} to the redirect after the form, too. */
    private static String policy(Optional<String> redirect) {
        String formAction =
                redirect.map(Page::origin).map(origin -> "'self' " + origin).orElse("'self'");
        return "default-src 'none'; style-src 'self'; img-src 'self'; form-action " + formAction
                + "; base-uri 'none'; frame-ancestors 'none'";
    }

    private static String origin(String url) {
        try {
            URI uri = URI.create(url.replaceAll("[{}]", ""));
            return uri.getScheme() + "://" + uri.getAuthority().replaceAll("[^\\w.:\\[\\]-]", "");
        } catch (IllegalArgumentException | NullPointerException e) {
            return "'self'";
        }
    }
}
