package com.operatoros.payments.payment;

import com.operatoros.payments.text.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;

/** Writes down what became of a mail to the client of a locked payment; it joins the transaction that records it. */
@ApplicationScoped
public class MailRecorder {

    private static final String ACTOR = "mail";

    @Inject
    private PaymentStore store;

    @Inject
    private Event<PaymentChanged> changes;

    @Inject
    private Clock clock;

    /**
     * The mail server took it.
     *
     * @param mail what it brings: a part of the key of its text
     */
    public void sent(Payment payment, String mail, String messageId) {
        write(payment, Message.of("history.mail." + mail, payment.bill().clientEmail()), messageId);
        changes.fire(new PaymentChanged.Touched(payment));
    }

    /** It was not sent, because there was no use in it any more. */
    public void dropped(Payment payment, Message reason, String messageId) {
        write(payment, Message.of("history.mail.dropped", reason), messageId);
        changes.fire(new PaymentChanged.Touched(payment));
    }

    /** It was refused for good, of which the admin is told. */
    public void refused(Payment payment, UUID mailId, Message reason, String messageId) {
        write(payment, Message.of("history.mail.refused", reason), messageId);
        changes.fire(new PaymentChanged.MailRefused(payment, mailId, reason));
    }

    private void write(Payment payment, Message message, String messageId) {
        Provenance provenance = new Provenance(ACTOR, messageId, clock.instant(), Provenance.Origin.TOLD);
        store.write(new HistoryEntry(payment, HistoryEntry.Kind.MAIL, provenance, message));
    }
}
