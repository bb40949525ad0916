package com.operatoros.payments.mail;

import com.operatoros.payments.payment.UuidConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A mail of the outbox: for whom, what for, and how far it has come. */
@Entity
@Table(name = "mail_outbox")
public class OutboxMail {

    static final String NOT_CONFIGURED = "No mail server is set up.";

    @Id
    private UUID id;

    @Column(name = "payment_id")
    @Convert(converter = UuidConverter.class)
    private @Nullable UUID paymentId;

    private MailKind kind;
    private String recipient;

    @Column(name = "message_id")
    private String messageId;

    private OutboxState state;
    private int tries;

    @Column(name = "next_at")
    private Instant nextAt;

    private @Nullable String reason;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Column(name = "notification_id")
    private @Nullable Long notificationId;

    private @Nullable String title;
    private @Nullable String words;

    protected OutboxMail() {}

    /**
     * A mail that waits to be sent.
     *
     * @param domain the right half of its Message-ID
     */
    OutboxMail(@Nullable UUID paymentId, MailKind kind, String recipient, String domain, Instant now) {
        this.id = UUID.randomUUID();
        this.paymentId = paymentId;
        this.kind = kind;
        this.recipient = recipient;
        this.messageId = "<" + id + "@" + domain + ">";
        this.state = OutboxState.QUEUED;
        this.createdAt = now;
        this.nextAt = now;
    }

    /** What a notice says, frozen. */
    OutboxMail saying(long knownNotification, String knownTitle, String knownWords) {
        notificationId = knownNotification;
        title = knownTitle;
        words = knownWords;
        return this;
    }

    OutboxMail notBefore(Instant time) {
        nextAt = time;
        return this;
    }

    /** There is nobody to send it (rule M7). */
    OutboxMail withoutServer() {
        end(OutboxState.NOT_CONFIGURED, createdAt, NOT_CONFIGURED);
        return this;
    }

    Claim claim(Instant until) {
        tries++;
        nextAt = until;
        return new Claim(id, tries);
    }

    boolean isHeldUnder(Claim claim) {
        return state == OutboxState.QUEUED && tries == claim.attempt();
    }

    void sent(Instant now) {
        end(OutboxState.SENT, now, null);
    }

    void failed(Instant now, String why) {
        end(OutboxState.FAILED, now, why);
    }

    void later(Instant now, String why) {
        reason = why;
        nextAt = now.plus(RetryPolicy.pause(tries));
    }

    private void end(OutboxState last, Instant now, @Nullable String why) {
        state = last;
        endedAt = now;
        reason = why;
    }

    boolean isGivenUp(Instant now) {
        return now.isAfter(createdAt.plus(RetryPolicy.PATIENCE));
    }

    UUID id() {
        return id;
    }

    @Nullable
    UUID paymentId() {
        return paymentId;
    }

    MailKind kind() {
        return kind;
    }

    String recipient() {
        return recipient;
    }

    String messageId() {
        return messageId;
    }

    OutboxState state() {
        return state;
    }

    int tries() {
        return tries;
    }

    /** When it came into its state. */
    Instant since() {
        return endedAt == null ? createdAt : endedAt;
    }

    @Nullable
    String reason() {
        return reason;
    }

    String title() {
        return title == null ? "" : title;
    }

    String words() {
        return words == null ? "" : words;
    }
}
