package com.operatoros.payments.payment;

import com.operatoros.payments.gateway.GatewayReport;
import com.operatoros.payments.gateway.IntentId;
import com.operatoros.payments.gateway.ObjectKind;
import com.operatoros.payments.text.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Takes what the gateway reports about a locked payment, the same way whether an event says it or it was asked. */
@ApplicationScoped
public class PaymentReports {
    /** A delayed payment failed, or was called off, and the link takes no other one after it. */
    public record LinkUsedUp(Payment payment) {}

    @Inject
    private PaymentStore store;

    @Inject
    private ReportedChanges changes;

    @Inject
    private HistoryWriter history;

    /**
     * Takes a report.
     *
     * @param isOurDoing whether something that we asked of the gateway is under way, so that a change may come from it
     * @return whether that is all there is to know; otherwise the gateway has to be asked how the payment stands
     */
    public boolean take(Payment payment, GatewayReport report, Provenance provenance, BooleanSupplier isOurDoing) {
        return report.tellTo(new ReportReader(payment, provenance, isOurDoing, changes, history));
    }

    /**
     * Records that an object of the gateway belongs to the payment.
     *
     * @param intent the intent to which the object belongs, where that is known
     */
    public void learn(Payment payment, ObjectKind kind, String id, @Nullable IntentId intent) {
        store.learn(payment, kind, id, intent);
    }

    /**
     * The objects of a payment, to which others are added while reports are taken; they are read once, and arranged when all that
     * the reports tell has been taken.
     */
    public PaymentStore.Objects objects(Payment payment) {
        return store.objects(payment);
    }

    /** The same of several payments, by their ids. */
    public Map<UUID, PaymentStore.Objects> objects(Collection<Payment> payments) {
        return store.objects(payments);
    }

    /** The gateway reported something that is ours but does not say enough; it will be asked. */
    public void parked(Payment payment, String type, Provenance provenance) {
        history.mention(payment, Message.of("history.parked", type), provenance);
    }

    /** The gateway's report names this payment and another one: nothing is changed (rule P6). */
    public void contradicted(Payment payment, String type, Provenance provenance) {
        history.ignored(payment, Message.of("history.contradiction", type), provenance);
    }

    /** A link or an invoice at the gateway bears the payment's name without being its own; nothing is changed. */
    public void copied(Payment payment, String copyId, Provenance provenance) {
        history.ignored(payment, Message.of("history.copy", copyId), provenance);
        changes.tell(new PaymentChanged.CopyFound(payment, copyId));
    }

    /** What had been taken for the payment's own turns out to hang on a copy: none of it counts (rule W4). */
    public void disown(Payment payment, IntentId intent, String copyId, Provenance provenance) {
        changes.disown(payment, intent, Message.of("history.disowned", copyId), provenance);
    }

    /** The gateway was asked how the payment stands. */
    public void checked(Payment payment, Instant at) {
        payment.here().checked(at);
    }

    /** Our records and the gateway's differ in a way that only a person can put right. */
    public void drifted(PaymentChanged.Drifted difference) {
        changes.tell(difference);
    }

    /** What an event could not tell is still not known after a long time. */
    public void stillUnclear(Payment payment, String question, String trouble) {
        changes.tell(new PaymentChanged.QuestionOpen(payment, question, trouble));
    }
}
