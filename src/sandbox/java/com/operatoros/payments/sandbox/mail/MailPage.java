package com.operatoros.payments.sandbox.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The inbox as a page; what a mail says can't run, load or lead anywhere by itself. */
final class MailPage {

    private static final String STYLE = """
            :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
            body { margin: 2rem auto; max-width: 60rem; padding: 0 1rem; }
            article { border: 1px solid #8888; border-radius: .5rem; margin: 1rem 0; padding: 1rem; }
            h2 { font-size: 1.1rem; margin: 0; overflow-wrap: anywhere; }
            dl { display: grid; gap: 0 1rem; grid-template-columns: max-content 1fr; margin: .5rem 0; }
            dd { margin: 0; overflow-wrap: anywhere; }
            pre { overflow-wrap: anywhere; white-space: pre-wrap; }
            iframe { background: #fff; border: 1px solid #8888; height: 32rem; width: 100%; }
            """;

    static final String POLICY = "default-src 'none'; style-src 'sha256-" + sha256(STYLE)
            + "'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** A link may open a page of its own, so that a person can follow it to the payment. */
    private static final String SANDBOX = "allow-popups allow-popups-to-escape-sandbox";

    static final String BODY_POLICY = "sandbox " + SANDBOX
            + "; default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none';"
            + " frame-ancestors 'self'";

    private MailPage() {}

    static String of(MailStore store) {
        String mails = store.numbers().map(number -> mail(store, number)).collect(Collectors.joining());
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Mail inbox (sandbox)</title>
                <style>%s</style>
                </head>
                <body>
                <main>
                <h1>Mail inbox</h1>
                <p>Nothing here has left this machine. Newest first; <code>DELETE</code> on this address empties it.</p>
                %s
                </main>
                </body>
                </html>
                """.formatted(STYLE, mails.isEmpty() ? "<p>No mail yet.</p>" : mails);
    }

    /** Without this, a link of a mail opens inside the frame, where the page behind it can't work. */
    static String opensLinksOutside(String html) {
        return "<!DOCTYPE html><base target=\"_blank\">" + html;
    }

    private static String mail(MailStore store, long number) {
        return store.find(number).map(mail -> article(mail, number)).orElse("");
    }

    private static String article(ReceivedMail mail, long number) {
        return """
                <article aria-labelledby="m%1$d">
                <h2 id="m%1$d">%2$s</h2>
                <dl>
                <dt>To</dt><dd>%3$s</dd>
                <dt>From</dt><dd>%4$s</dd>
                <dt>At</dt><dd><time datetime="%5$s">%5$s</time></dd>
                </dl>
                %6$s%7$s
                </article>
                """.formatted(
                        number,
                        mail.subject().isBlank() ? "(no subject)" : escape(mail.subject()),
                        escape(mail.to()),
                        escape(mail.from()),
                        mail.at(),
                        text(mail.text()),
                        html(mail, number));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : "<details><summary>As text</summary><pre>" + escape(text) + "</pre></details>\n";
    }

    private static String html(ReceivedMail mail, long number) {
        return mail.html() == null
                ? ""
                : "<details><summary>As the client sees it</summary>"
                        + "<iframe sandbox=\"%s\" loading=\"lazy\" src=\"?body=%d\" title=\"%s\"></iframe></details>"
                                .formatted(SANDBOX, number, escape(mail.subject()));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
