package com.operatoros.payments.notification;

import com.operatoros.payments.gateway.SweepTrouble;
import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.PaymentChanged.Drifted;
import com.operatoros.payments.text.Message;
import com.operatoros.payments.text.Value;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Writes notifications about what comparing our records with Stripe's has left to a person (rules N1 to N3). */
@ApplicationScoped
class ReconcileNotices {

    @Inject
    private NotificationStore store;

    void on(@Observes Drifted drift) {
        Payment payment = drift.payment();
        String fact = "drift:" + payment.id() + ":" + drift.kind() + ":" + drift.since();
        Message message = Message.of(
                "notice.drift",
                payment.bill().projectName(),
                payment.reference(),
                Value.text("drift." + drift.kind()),
                drift.ours(),
                drift.theirs());
        store.writeDigest(
                payment.id(), "drift:", fact, Level.WARNING, message, count -> Message.of("notice.drifts", count));
    }

    void on(@Observes SweepTrouble trouble) {
        Message message = Message.of("notice.sweep_trouble", trouble.trouble());
        store.write(null, "sweep_trouble:" + trouble.since(), Level.ERROR, message, false);
    }
}
