package com.operatoros.payments.sandbox.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;

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

    /** The style is taken as it is written, since the policy names its sum; nothing else is. */
    private static final Template PAGE =
            Mustache.compiler().strictSections(true).compile("""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Mail inbox (sandbox)</title>
            <style>{{{style}}}</style>
            </head>
            <body>
            <main>
            <h1>Mail inbox</h1>
            <p>Nothing here has left this machine. Newest first; <code>DELETE</code> on this address empties it.</p>
            {{#mails}}
            <article aria-labelledby="m{{number}}">
            <h2 id="m{{number}}">{{title}}</h2>
            <dl>
            <dt>To</dt><dd>{{mail.to}}</dd>
            <dt>From</dt><dd>{{mail.from}}</dd>
            <dt>At</dt><dd><time datetime="{{mail.at}}">{{mail.at}}</time></dd>
            </dl>
            {{#mail.text}}
            <details><summary>As text</summary><pre>{{.}}</pre></details>
            {{/mail.text}}
            {{#mail.html}}
            <details><summary>As the client sees it</summary>
            <iframe sandbox="{{sandbox}}" loading="lazy" src="?body={{number}}" title="{{mail.subject}}"></iframe></details>
            {{/mail.html}}
            </article>
            {{/mails}}
            {{^mails}}
            <p>No mail yet.</p>
            {{/mails}}
            </main>
            </body>
            </html>
            """);

    private record Numbered(long number, ReceivedMail mail) {

        /** Called by the template. */
        String title() {
            return mail.subject().isBlank() ? "(no subject)" : mail.subject();
        }
    }

    private MailPage() {}

    static String of(MailStore store) {
        List<Numbered> mails = store.numbers()
                .flatMap(number -> store.find(number).map(mail -> new Numbered(number, mail)).stream())
                .toList();
        return PAGE.execute(Map.of("style", STYLE, "sandbox", SANDBOX, "mails", mails));
    }

    /** Without this, a link of a mail opens inside the frame, where the page behind it can't work. */
    static String opensLinksOutside(String html) {
        return "<!DOCTYPE html><base target=\"_blank\">" + html;
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
