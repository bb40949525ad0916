package com.operatoros.payments.payment;

import com.operatoros.payments.gateway.IntentId;
import com.operatoros.payments.gateway.SuspicionKind;
import com.operatoros.payments.gateway.SuspicionReport;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import org.jspecify.annotations.Nullable;

/** A suspicion of the client's bank, or of the gateway, against a payment that has been made; once it is over it stays over. */
@Entity
@DiscriminatorValue(PaymentSuspicion.KIND)
class PaymentSuspicion extends Fact<SuspicionReport> {

    static final String KIND = "suspicion";

    @Column(name = "suspicion")
    private SuspicionKind kind;

    /** Only written: by it a suspicion is let go of with all that hangs on an intent. */
    @Column(name = "intent_id")
    @SuppressWarnings("UnusedVariable")
    private @Nullable String intentId;

    @Column(name = "is_open")
    private boolean open;

    protected PaymentSuspicion() {}

    PaymentSuspicion(Payment payment, SuspicionReport report) {
        super(KIND, payment, report.suspicionId());
        this.kind = report.kind();
        this.intentId = IntentId.value(report.intentId());
        this.open = report.isOpen();
    }

    @Override
    boolean advance(SuspicionReport report) {
        boolean isNews = open && !report.isOpen();
        open &= report.isOpen();
        return isNews;
    }

    boolean isOpen(SuspicionKind wanted) {
        return open && kind == wanted;
    }
}
