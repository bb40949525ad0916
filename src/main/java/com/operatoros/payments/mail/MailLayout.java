package com.operatoros.payments.mail;

import com.operatoros.payments.mail.MailText.Link;
import com.operatoros.payments.mail.MailText.Row;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lays the words of a mail out, as HTML and as plain text. */
final class MailLayout {

    private static final Template PAGE = Template.load("mail.html");
    private static final Template LINE = Template.load("line.html");
    private static final Template ROW = Template.load("row.html");
    private static final Template LINK = Template.load("link.html");
    private static final String GAP = "\n\n";

    private MailLayout() {}

    static String html(MailText mail) {
        return PAGE.fill(Map.of(
                "subject", mail.subject(),
                "lead", lines(mail.lead()),
                "rows",
                        mail.rows().stream()
                                .map(row -> ROW.fill(Map.of("name", row.name(), "value", row.value())))
                                .collect(Collectors.joining()),
                "action", mail.action().name(),
                "url", mail.action().url(),
                "more",
                        mail.more().stream()
                                .map(link -> LINK.fill(Map.of("name", link.name(), "url", link.url())))
                                .collect(Collectors.joining()),
                "closing", lines(mail.closing()),
                "sender", String.join("\n", mail.sender())));
    }

    private static String lines(List<String> lines) {
        return lines.stream().map(line -> LINE.fill(Map.of("text", line))).collect(Collectors.joining());
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
