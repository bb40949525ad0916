package com.operatoros.payments.notification;

import com.operatoros.payments.payment.UuidConverter;
import com.operatoros.payments.text.Texts;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
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
    private String title;
    private String message;
    private @Nullable String wording;
    private Instant at;

    @Column(name = "acknowledged_at")
    private @Nullable Instant acknowledgedAt;

    @Column(name = "acknowledged_by")
    private @Nullable String acknowledgedBy;

    protected Notification() {}

    /** Tells a fact; times are told in the zone. */
    Notification(@Nullable UUID paymentId, String fact, Level level, Wording wording, ZoneId zone, Instant at) {
        this.paymentId = paymentId;
        this.level = level;
        this.at = at;
        explain(fact, wording, zone);
    }

    /** The reason of the fact became known. */
    final void explain(String knownFact, Wording known, ZoneId zone) {
        fact = knownFact;
        title = known.title(Texts.english());
        message = known.message(Texts.english(), zone);
        wording = known.toJson();
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

    /** In English, as everything outside of the pages tells it. */
    public String title() {
        return title;
    }

    public String title(Texts texts) {
        return wording == null ? title : Wording.fromJson(wording).title(texts);
    }

    /** In English, as everything outside of the pages tells it. */
    public String message() {
        return message;
    }

    public String message(Texts texts, ZoneId zone) {
        return wording == null ? message : Wording.fromJson(wording).message(texts, zone);
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
