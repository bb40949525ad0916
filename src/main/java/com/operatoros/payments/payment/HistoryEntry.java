package com.operatoros.payments.payment;

import com.operatoros.payments.code.Coded;
import com.operatoros.payments.money.Amount;
import com.operatoros.payments.text.Message;
import com.operatoros.payments.text.MessageConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One line of a payment's history: what happened, who did it and what it rests on; never changed afterwards. */
@Entity
@Table(name = "payment_history")
public class HistoryEntry {

    /** A kind of line. */
    public enum Kind implements Coded {
        CREATED,
        TRANSITION,
        FACT,
        IGNORED,
        ACTION,
        MAIL,
        RECOVERED;
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "history")
    @SequenceGenerator(name = "history", sequenceName = "payment_history_id_seq", allocationSize = 50)
    private @Nullable Long id;

    @Column(name = "payment_id")
    private UUID paymentId;

    private Instant at;

    @Convert(converter = Converters.OfHistoryKind.class)
    private Kind kind;

    @Column(name = "from_status")
    private @Nullable PaymentStatus from;

    @Column(name = "to_status")
    private @Nullable PaymentStatus to;

    private String actor;
    private @Nullable String evidence;

    @Convert(converter = MessageConverter.class)
    private Message message;

    @Column(name = "object_id")
    private @Nullable String objectId;

    @Column(name = "amount_minor")
    private @Nullable Long amountMinor;

    private @Nullable String currency;

    @Column(name = "happened_at")
    private @Nullable Instant happenedAt;

    protected HistoryEntry() {}

    HistoryEntry(Payment payment, Kind kind, Provenance provenance, Message message) {
        this.paymentId = payment.id();
        this.kind = kind;
        this.at = provenance.at();
        this.actor = provenance.actor();
        this.evidence = provenance.evidence();
        this.message = message;
    }

    HistoryEntry moving(@Nullable PaymentStatus before, PaymentStatus after) {
        if (before != after) {
            from = before;
            to = after;
        }
        return this;
    }

    /** What it rests on, beside its evidence: an object of the gateway, its money and the gateway's time. */
    HistoryEntry about(String object, Amount amount, Instant happened) {
        objectId = object;
        amountMinor = amount.minor();
        currency = amount.currency();
        happenedAt = happened;
        return this;
    }

    public Instant at() {
        return at;
    }

    public Kind kind() {
        return kind;
    }

    public @Nullable PaymentStatus from() {
        return from;
    }

    public @Nullable PaymentStatus to() {
        return to;
    }

    public String actor() {
        return actor;
    }

    public @Nullable String evidence() {
        return evidence;
    }

    /** The gateway's object that it speaks of: a charge, a session, an intent, an invoice, a refund or a dispute. */
    public @Nullable String objectId() {
        return objectId;
    }

    /** The money that it speaks of, in whatever currency. */
    public Optional<Amount> amount() {
        return amountMinor == null || currency == null
                ? Optional.empty()
                : Optional.of(new Amount(amountMinor, currency));
    }

    /** The gateway's time of it. */
    public @Nullable Instant happenedAt() {
        return happenedAt;
    }

    /** What it tells. */
    public Message message() {
        return message;
    }
}
