package com.operatoros.payments.mail;

import com.operatoros.payments.html.HtmlTemplate;
import com.operatoros.payments.mail.MailText.Link;
import com.operatoros.payments.mail.MailText.Row;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lays the words of a mail out, as HTML and as plain text. */
final class MailLayout {

    private static final HtmlTemplate PAGE = HtmlTemplate.beside(MailLayout.class, "mail.html");
    private static final String GAP = "\n\n";

    private MailLayout() {}

    static String html(MailText mail) {
        return PAGE.fill(mail);
    }

    static String text(MailText mail) {
        String rows = mail.rows().stream().map(MailLayout::text).collect(Collectors.joining("\n"));
        String links = Stream.concat(Stream.of(mail.action()), mail.more().stream())
                .map(MailLayout::text)
                .collect(Collectors.joining("\n"));
        return Stream.of(
                                String.join(GAP, mail.lead()),
                                rows,
                                links,
                                String.join(GAP, mail.closing()),
                                "-- \n" + String.join("\n", mail.sender()))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(GAP))
                + "\n";
    }

    private static String text(Row row) {
        return row.name() + (row.value().contains("\n") ? ":\n" : ": ") + row.value();
    }

    private static String text(Link link) {
        return link.name() + ":\n" + link.url();
    }
}
