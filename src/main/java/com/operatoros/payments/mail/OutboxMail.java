package com.operatoros.payments.mail;

import com.operatoros.payments.outbox.Delivery;
import com.operatoros.payments.sql.UuidConverter;
import com.operatoros.payments.text.Message;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A mail in the outbox: for whom, what for, and how far it has come. */
@Entity
@Table(name = "mail_outbox")
public class OutboxMail {

    static final Message NOT_CONFIGURED = Message.of("mail.trouble.not_configured");

    @Id
    private UUID id;

    @Column(name = "payment_id")
    @Convert(converter = UuidConverter.class)
    private @Nullable UUID paymentId;

    private MailKind kind;
    private String recipient;

    @Column(name = "message_id")
    private String messageId;

    @Embedded
    private Delivery delivery;

    @Column(name = "notification_id")
    private @Nullable Long notificationId;

    private @Nullable String title;
    private @Nullable String words;

    /** The mail within which it leaves; a bundle names itself. */
    @Column(name = "bundled_in", insertable = false, updatable = false)
    @Convert(converter = UuidConverter.class)
    private @Nullable UUID bundledIn;

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
        this.delivery = new Delivery(now);
    }

    /** What a notice says, frozen. */
    OutboxMail saying(long knownNotification, String knownTitle, String knownWords) {
        notificationId = knownNotification;
        title = knownTitle;
        words = knownWords;
        return this;
    }

    OutboxMail notBefore(Instant time) {
        delivery.notBefore(time);
        return this;
    }

    /** There is nobody to send it (rule I5). */
    OutboxMail withoutServer() {
        delivery.notConfigured(NOT_CONFIGURED);
        return this;
    }

    /** Whether others leave within it. */
    boolean isBundle() {
        return id.equals(bundledIn);
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

    Delivery delivery() {
        return delivery;
    }

    String title() {
        return title == null ? "" : title;
    }

    String words() {
        return words == null ? "" : words;
    }
}
