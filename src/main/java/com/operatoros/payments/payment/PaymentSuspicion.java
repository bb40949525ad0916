package com.operatoros.payments.payment;

import com.operatoros.payments.gateway.IntentId;
import com.operatoros.payments.gateway.SuspicionKind;
import com.operatoros.payments.gateway.SuspicionReport;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A suspicion of the client's bank, or of the gateway, against a payment that has been made; once it is over it stays over. */
@Entity
@Table(name = "payment_suspicion")
class PaymentSuspicion implements Fact<SuspicionReport> {

    @Id
    private String id;

    /** The owning side of the relation: it is only written. */
    @ManyToOne(optional = false)
    @JoinColumn(name = "payment_id")
    @SuppressWarnings("UnusedVariable")
    private Payment payment;

    private SuspicionKind kind;

    /** Only written: by it a suspicion is let go of with all that hangs on an intent. */
    @Column(name = "intent_id")
    @SuppressWarnings("UnusedVariable")
    private @Nullable String intentId;

    @Column(name = "is_open")
    private boolean open;

    protected PaymentSuspicion() {}

    PaymentSuspicion(Payment payment, SuspicionReport report) {
        this.id = report.suspicionId();
        this.payment = payment;
        this.kind = report.kind();
        this.intentId = IntentId.value(report.intentId());
        this.open = report.isOpen();
    }

    @Override
    public boolean advance(SuspicionReport report) {
        boolean isNews = open && !report.isOpen();
        open &= report.isOpen();
        return isNews;
    }

    @Override
    public String id() {
        return id;
    }

    boolean isOpen(SuspicionKind wanted) {
        return open && kind == wanted;
    }
}
