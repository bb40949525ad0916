package com.operatoros.payments.notification;

import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.PaymentNews;
import com.operatoros.payments.payment.PaymentNews.What.Drifted;
import com.operatoros.payments.payment.SweepTrouble;
import com.operatoros.payments.payment.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Writes notifications about what comparing our records with Stripe's has left to a person (rules N1 to N3). */
@ApplicationScoped
class ReconcileNotices {

    @Inject
    private NotificationLedger ledger;

    void on(@Observes PaymentNews news) {
        if (news.what() instanceof Drifted drift) {
            Payment payment = news.payment();
            String fact = "drift:" + payment.id() + ":" + drift.kind() + ":" + drift.since();
            Texts texts = Texts.english();
            String message = texts.get(
                    "notice.drift.message",
                    payment.projectName(),
                    payment.reference(),
                    texts.get("drift." + drift.kind()),
                    drift.ours(),
                    drift.theirs());
            Notification.Words words = new Notification.Words(texts.get("notice.drift.title"), message);
            ledger.write(payment.id(), fact, Level.WARNING, words);
        }
    }

    void on(@Observes SweepTrouble trouble) {
        Texts texts = Texts.english();
        Notification.Words words = new Notification.Words(
                texts.get("notice.sweep_trouble.title"), texts.get("notice.sweep_trouble.message", trouble.trouble()));
        ledger.write(null, "sweep_trouble:" + trouble.since(), Level.ERROR, words);
    }
}
