package com.operatoros.payments.sandbox.stripe.hosted;

import com.operatoros.payments.sandbox.stripe.http.Reply;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** The frame of all hosted pages, and the headers they are sent with. */
public final class Page {

    private static final Template FRAME = Template.load("frame.html");

    private Page() {}

    /** A page with this content, which is HTML. */
    public static Reply reply(int status, String title, String content) {
        return reply(status, title, content, Optional.empty());
    }

    /** A page whose form may be answered by a redirect to another site. */
    static Reply reply(int status, String title, String content, Optional<String> redirect) {
        String html = FRAME.fill(Map.of("title", title, "content", content));
        return Reply.text(status, "text/html", html)
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
