package com.operatoros.payments.payment;

import com.operatoros.payments.business.BillingProfile;
import com.operatoros.payments.gateway.AttemptReport;
import com.operatoros.payments.gateway.Failure;
import com.operatoros.payments.gateway.GatewayAnswer;
import com.operatoros.payments.gateway.ObjectKind;
import com.operatoros.payments.gateway.RefundReport;
import com.operatoros.payments.money.Money;
import com.operatoros.payments.sql.Sql;
import com.operatoros.payments.text.Message;
import com.operatoros.payments.text.Value;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Records what an admin does about a locked payment, and what the gateway answers to it; it joins the transaction of
 * the operation or the command (rules P1 and P6). Long since other rooms may write about a payment in these ways only.
 */
@ApplicationScoped
public class PaymentRecorder {
    @PersistenceContext(unitName = "payments")
    private EntityManager entities;

    @Inject
    private PaymentStore store;

    @Inject
    private ReportedChanges changes;

    @Inject
    private BillingProfile profile;

    @Inject
    private Clock clock;

    /** Adds a payment that is asked for, before the gateway knows of it. */
    public Payment add(PaymentOrder order, String admin) {
        Instant now = clock.instant();
        long number = Sql.of(entities, "select nextval('payment_reference')").one(row -> row.number(1));
        Payment payment = new Payment(order, PaymentOrigin.create(number, profile.isLive(), admin, now));
        store.add(payment);
        HistoryEntry created = new HistoryEntry(
                payment, HistoryEntry.Kind.CREATED, Provenance.admin(admin, now), Message.of("history.created"));
        store.write(created.moving(null, PaymentStatus.CREATING));
        touched(payment);
        return payment;
    }

    /** What an order would lead to; nothing is stored, and its reference and its address are not known yet. */
    public Payment preview(PaymentOrder order) {
        return new Payment(order, PaymentOrigin.unknown(profile.isLive(), clock.instant()));
    }

    /** The client can pay; the status moves only if no event has moved it before (rule P5). */
    public void opened(Payment payment, GatewayAnswer answer, Message message, boolean isOurMail) {
        Instant now = clock.instant();
        PaymentStatus before = payment.status();
        payment.opened(answer, now);
        HistoryEntry.Kind kind = before == payment.status() ? HistoryEntry.Kind.FACT : HistoryEntry.Kind.TRANSITION;
        String evidence = answer.ids().containsKey(ObjectKind.INVOICE)
                ? answer.ids().get(ObjectKind.INVOICE)
                : answer.ids().get(ObjectKind.PAYMENT_LINK);
        store.write(new HistoryEntry(payment, kind, Provenance.gateway(evidence, now), message)
                .moving(before, payment.status()));
        changes.tell(new PaymentChanged.Payable(payment, isOurMail));
    }

    /** The gateway refused the creation for good. */
    public void rejected(Payment payment, Failure failure) {
        rejected(payment, failure, Message.of("history.refused", Value.refusal(failure.code(), failure.message())));
    }

    /** It is not created after all, for a reason that is ours. */
    public void rejected(Payment payment, Failure failure, Message why) {
        PaymentStatus before = payment.status();
        payment.reject(failure);
        HistoryEntry.Kind kind = before == payment.status() ? HistoryEntry.Kind.IGNORED : HistoryEntry.Kind.TRANSITION;
        Provenance provenance = Provenance.gateway(null, clock.instant());
        store.write(new HistoryEntry(payment, kind, provenance, why).moving(before, payment.status()));
        touched(payment);
    }

    /** The gateway was asked to mail the invoice, and does. */
    public void mailedByGateway(Payment payment) {
        payment.here().mailed(clock.instant());
        note(
                payment,
                HistoryEntry.Kind.MAIL,
                Message.of("history.invoice_sent", payment.bill().clientEmail()));
        touched(payment);
    }

    /** The gateway has withdrawn the link or the invoice, as an admin asked. */
    public void withdrawn(Payment payment, String admin) {
        changes.withdrawn(payment, by(admin, evidence(payment)));
    }

    /**
     * The admin says that the client has paid elsewhere, and the gateway has taken note of it.
     *
     * @param of tells this money apart from every other
     * @param amount null for all that is still to come
     * @param at the gateway's time of it; null where it tells none
     */
    public void paidOutside(Payment payment, String of, @Nullable Money amount, @Nullable Instant at, String admin) {
        Money money = amount == null ? payment.facts().outstanding() : amount;
        if (money.minor() > 0) {
            AttemptReport report = AttemptReport.outside(of, money.amount(), at == null ? clock.instant() : at);
            changes.attempt(payment, report, by(admin, evidence(payment)));
        }
    }

    /** A link over what is still to come has taken the place of the one over all of it. */
    public void relinked(Payment payment, GatewayAnswer answer, Money amount) {
        answer.ids().forEach(payment.ids()::learn);
        payment.here().relinked(answer, amount, clock.instant());
        note(
                payment,
                HistoryEntry.Kind.FACT,
                Message.of("history.relinked", payment.outcome().outstanding()));
        touched(payment);
    }

    /** The admin takes what has arrived as settling the payment. */
    public void accepted(Payment payment, long minor, String admin) {
        changes.accepted(payment, minor, by(admin, evidence(payment)));
    }

    /**
     * Money goes back to the client, as an admin asked.
     *
     * @param reason the admin's words
     */
    public void refunded(Payment payment, GatewayAnswer answer, @Nullable String reason, String admin) {
        RefundReport refund = Objects.requireNonNull(answer.refund(), "the gateway tells the refund that it made");
        answer.ids().forEach((kind, id) -> store.learn(payment, kind, id, refund.intentId()));
        changes.refund(payment, refund.because(reason), by(admin, refund.refundId()));
    }

    /** Makes a payment the correction of another one; each points at the other. */
    public void replaced(Payment old, Payment correction, String admin) {
        correction.progressing().replace(old.id());
        old.progressing().replacedBy(correction.id());
        asked(old, admin, Message.of("history.asked_replace", correction.reference()));
        asked(correction, admin, Message.of("history.replaces", old.reference()));
    }

    /** The correction of this payment came to nothing. */
    public void keptInstead(Payment old) {
        old.progressing().replacedBy(null);
    }

    /** A person has looked at these reasons; what was raised meanwhile remains. */
    public void resolved(Payment payment, Set<Attention> reasons) {
        payment.outcome().flags().resolve(reasons);
        touched(payment);
    }

    /** Records the addresses of the gateway's pages, read anew. */
    public void refreshed(Payment payment, GatewayAnswer answer) {
        payment.here().learn(answer, clock.instant());
    }

    /** The admin asks to mail it to the client once more. */
    public void resendAsked(Payment payment) {
        changes.tell(new PaymentChanged.ResendAsked(payment));
    }

    /** Writes down what an admin asks for. */
    public void asked(Payment payment, String admin, Message message) {
        store.write(new HistoryEntry(payment, HistoryEntry.Kind.ACTION, by(admin, null), message));
    }

    /** Writes down what came of something that was asked of the gateway. */
    public void note(Payment payment, HistoryEntry.Kind kind, Message message) {
        Provenance provenance = Provenance.gateway(evidence(payment), clock.instant());
        store.write(new HistoryEntry(payment, kind, provenance, message));
    }

    /** Tells what happened to what was asked of the gateway. */
    public void tell(PaymentChanged change) {
        changes.tell(change);
    }

    /** Tells that pages show something else now. */
    public void touched(Payment payment) {
        changes.tell(new PaymentChanged.Touched(payment));
    }

    private Provenance by(String admin, @Nullable String evidence) {
        return Provenance.admin(admin, evidence, clock.instant());
    }

    private static @Nullable String evidence(Payment payment) {
        String invoice = payment.stripe().invoice();
        return invoice == null ? payment.stripe().paymentLink() : invoice;
    }
}
