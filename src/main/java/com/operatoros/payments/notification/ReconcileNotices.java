package com.operatoros.payments.notification;

import com.operatoros.payments.gateway.SweepTrouble;
import com.operatoros.payments.notification.Wording.Value;
import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.PaymentChanged.Drifted;
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
        Wording wording = Wording.of(
                "drift",
                Value.plain(payment.projectName()),
                Value.plain(payment.reference()),
                Value.text("drift." + drift.kind()),
                Value.plain(drift.ours()),
                Value.plain(drift.theirs()));
        store.write(payment.id(), fact, Level.WARNING, wording);
    }

    void on(@Observes SweepTrouble trouble) {
        Wording wording = Wording.of("sweep_trouble", Value.plain(trouble.trouble()));
        store.write(null, "sweep_trouble:" + trouble.since(), Level.ERROR, wording);
    }
}
