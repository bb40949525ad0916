package com.operatoros.payments.mail;

import java.util.List;

/**
 * A mail in plain words, before it becomes HTML and text.
 *
 * @param lead what the reader should know first
 * @param rows the facts
 * @param action what the reader can do
 * @param more other places to look at
 * @param closing what stands below
 * @param sender who writes, as lines
 */
public record MailText(
        String subject,
        List<String> lead,
        List<Row> rows,
        Link action,
        List<Link> more,
        List<String> closing,
        List<String> sender) {

    /** A fact; its value may have several lines. */
    public record Row(String name, String value) {}

    /** A place on our pages. */
    public record Link(String name, String url) {}
}
