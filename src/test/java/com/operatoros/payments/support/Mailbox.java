package com.operatoros.payments.support;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.mail.ReceivedMail;
import com.operatoros.payments.text.Message;
import com.operatoros.payments.text.Messages;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody gets by e-mail, and what the module's outbox says about it. */
public record Mailbox(String address) {

    private static final String LATEST = "select state, reason from operatoros_payments.mail_outbox"
            + " where payment_id = ? and kind in ('payment', 'resend') order by queued_at desc limit 1";

    /** The latest row of the outbox that brings a payment to its client. */
    public record Row(String state, @Nullable String reason) {}

    public static Mailbox of(String address) {
        return new Mailbox(address);
    }

    /** All mails to this address, newest first. */
    public List<ReceivedMail> mails() {
        return TestEnvironment.mail().mails().stream()
                .filter(mail -> mail.to().contains(address))
                .toList();
    }

    /** The mail whose subject begins so. */
    public ReceivedMail await(String subject) {
        return Eventually.get(() -> mails().stream()
                .filter(mail -> mail.subject().startsWith(subject))
                .findFirst());
    }

    /** The mail whose text mentions something. */
    public ReceivedMail awaitMentioning(String words) {
        return Eventually.get(() -> mails().stream()
                .filter(mail -> String.valueOf(mail.text()).contains(words))
                .findFirst());
    }

    /** What a mail says as plain text. */
    public static String text(ReceivedMail mail) {
        return Objects.requireNonNull(mail.text(), "the mail has no text");
    }

    /** What a mail says as HTML. */
    public static String html(ReceivedMail mail) {
        return Objects.requireNonNull(mail.html(), "the mail has no HTML");
    }

    public static Row awaitState(JsonObject payment, String state) {
        return Eventually.get(() -> find(payment).filter(row -> row.state().equals(state)));
    }

    /** Why the mail stands where it stands. */
    public static String awaitReason(JsonObject payment, String state) {
        return Eventually.get(
                () -> find(payment).filter(row -> row.state().equals(state)).map(Row::reason));
    }

    private static Optional<Row> find(JsonObject payment) {
        try (Connection connection = TestEnvironment.connect();
                PreparedStatement statement = connection.prepareStatement(LATEST)) {
            statement.setObject(1, UUID.fromString(payment.get("id").getAsString()));
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next()
                        ? Optional.of(new Row(rows.getString("state"), words(rows.getString("reason"))))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable String words(@Nullable String message) {
        return message == null ? null : Message.fromJson(message).in(Messages.english());
    }
}
