package com.operatoros.payments.notification;

import com.operatoros.payments.sql.UuidConverter;
import com.operatoros.payments.text.Message;
import com.operatoros.payments.text.MessageConverter;
import com.operatoros.payments.text.Messages;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** One fact that the admin is told. */
@Entity
@Table(name = "notification")
public class Notification {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "payment_id")
    @Convert(converter = UuidConverter.class)
    private @Nullable UUID paymentId;

    private String fact;
    private Level level;

    @Convert(converter = MessageConverter.class)
    private Message message;

    /** Whether no event told it. */
    private boolean recovered;

    private Instant at;

    /** How many things of a kind it tells. */
    private int times = 1;

    @Column(name = "acknowledged_at")
    private @Nullable Instant acknowledgedAt;

    @Column(name = "acknowledged_by")
    private @Nullable String acknowledgedBy;

    protected Notification() {}

    Notification(@Nullable UUID paymentId, String fact, Level level, Message message, boolean isRecovered, Instant at) {
        this.paymentId = paymentId;
        this.fact = fact;
        this.level = level;
        this.message = message;
        this.recovered = isRecovered;
        this.at = at;
    }

    /** It is stored under this number. */
    Notification numbered(long number) {
        id = number;
        return this;
    }

    Message message() {
        return message;
    }

    /** Whether no event told it. */
    boolean isRecovered() {
        return recovered;
    }

    /** The reason of the fact became known. */
    void explain(String knownFact, Message known) {
        fact = knownFact;
        message = known;
    }

    /** More of the same became known. */
    void count(Level known, Message counted) {
        level = known;
        message = counted;
        times++;
    }

    /** More of the same became known of other payments, so that it is about none of them alone. */
    void digest(IntFunction<Message> many) {
        count(level, many.apply(times + 1));
        paymentId = null;
    }

    void acknowledge(String by, Instant now) {
        if (acknowledgedAt == null) {
            acknowledgedAt = now;
            acknowledgedBy = by;
        }
    }

    /** The number of the row; later notifications have larger ones. */
    public long id() {
        return id == null ? 0 : id;
    }

    public @Nullable UUID paymentId() {
        return paymentId;
    }

    /** Identifies the fact: {@code paid:…}, {@code failed:…}. */
    public String fact() {
        return fact;
    }

    public Level level() {
        return level;
    }

    public String title(Messages messages) {
        return message.in(messages, message.key() + ".title");
    }

    /** The whole sentence. */
    public String text(Messages messages) {
        String text = message.in(messages, message.key() + ".message");
        return recovered ? messages.get("notice.recovered", text) : text;
    }

    public Instant at() {
        return at;
    }

    public boolean isAcknowledged() {
        return acknowledgedAt != null;
    }

    /** When it was read; null as long as nobody has. */
    public @Nullable Instant acknowledgedAt() {
        return acknowledgedAt;
    }

    /** Who has read it. */
    public @Nullable String acknowledgedBy() {
        return acknowledgedBy;
    }
}
