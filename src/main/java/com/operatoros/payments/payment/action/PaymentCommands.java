package com.operatoros.payments.payment.action;

import com.operatoros.payments.business.BillingProfile;
import com.operatoros.payments.gateway.RefundRequest;
import com.operatoros.payments.money.AmountPolicy;
import com.operatoros.payments.money.Money;
import com.operatoros.payments.payment.Attention;
import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.PaymentOrder;
import com.operatoros.payments.payment.PaymentRecorder;
import com.operatoros.payments.payment.PaymentStatus;
import com.operatoros.payments.payment.PaymentStore;
import com.operatoros.payments.payment.operation.Lease;
import com.operatoros.payments.payment.operation.OperationKind;
import com.operatoros.payments.payment.operation.OperationStore;
import com.operatoros.payments.payment.operation.Operations;
import com.operatoros.payments.request.Initiator;
import com.operatoros.payments.request.RequestKeys;
import com.operatoros.payments.text.Message;
import com.operatoros.payments.text.Value;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Commits what an admin wants before anybody is asked for it (rule P1). Long since each action is one transaction here.
 */
@Stateless
public class PaymentCommands {
    @Inject
    private PaymentStore store;

    @Inject
    private PaymentRecorder recorder;

    @Inject
    private Operations operations;

    @EJB
    private OperationStore carried;

    @Inject
    private ActionPolicy policy;

    @Inject
    private RequestKeys keys;

    @Inject
    private BillingProfile profile;

    @Inject
    private Clock clock;

    /**
     * A command that is committed.
     *
     * @param lease of the operation that whoever began it may carry out; null when nothing is asked of the gateway
     */
    public record Begun(Payment payment, @Nullable Lease lease) {}

    /** Adds a payment and asks for its creation. */
    public Begun create(PaymentOrder order, Initiator by) {
        Payment payment = add(order, by);
        return new Begun(
                payment, operations.begin(OperationKind.creation(payment.bill().type()), payment, by.admin()));
    }

    private Payment add(PaymentOrder order, Initiator by) {
        Payment payment = recorder.add(order, by.admin());
        keys.bind(by, payment.id());
        return payment;
    }

    /** The order of a payment once more, with an invoice due after as many days as that one was. */
    public PaymentOrder again(Payment payment) {
        LocalDate createdOn = LocalDate.ofInstant(payment.createdAt(), profile.zone());
        return payment.bill().again(createdOn, profile.today(clock));
    }

    /** Withdraws the payment, or gives its creation up; nothing when its state does not allow it. */
    public Optional<Begun> cancel(UUID id, Initiator by) {
        Payment payment = store.lock(id);
        if (!policy.allows(payment, PaymentAction.CANCEL)) {
            return Optional.empty();
        }
        ask(payment, by, Message.of("history.asked_cancel"));
        if (payment.status() == PaymentStatus.CREATING) {
            return withdrawn(payment, by);
        }
        return begin(OperationKind.cancellation(payment.bill().type()), payment, by);
    }

    private Optional<Begun> withdrawn(Payment payment, Initiator by) {
        if (!carried.giveUp(payment)) {
            return Optional.empty();
        }
        recorder.withdrawn(payment, by.admin());
        return Optional.of(new Begun(payment, null));
    }

    /** Gives up what our key was not accepted for; nothing when nothing waits so. */
    public Optional<Payment> giveUp(UUID id, Initiator by) {
        Payment payment = store.lock(id);
        if (!policy.allows(payment, PaymentAction.GIVE_UP)) {
            return Optional.empty();
        }
        ask(payment, by, Message.of("history.asked_give_up"));
        return carried.giveUp(payment) ? Optional.of(payment) : Optional.empty();
    }

    /**
     * Takes note of money that came outside of the gateway; nothing when the state does not allow it, or when so much is not owed.
     *
     * @param wanted null for all that is still to come
     */
    public Optional<Begun> markPaid(UUID id, @Nullable Money wanted, @Nullable String note, Initiator by) {
        Payment payment = store.lock(id);
        Money rest = payment.facts().outstanding();
        Money amount = wanted == null ? rest : wanted;
        boolean isPossible = amount.minor() <= rest.minor()
                && !(payment.bill().isLink() && AmountPolicy.leavesTooLittle(amount, rest));
        if (!policy.allows(payment, PaymentAction.MARK_PAID) || !isPossible) {
            return Optional.empty();
        }
        boolean isWhole = amount.minor() == rest.minor();
        ask(payment, by, noted(isWhole ? "history.asked_mark_paid" : "history.asked_mark_part_paid", note, amount));
        OperationKind kind = OperationKind.markingPaid(payment.bill().type(), isWhole);
        return Optional.of(new Begun(payment, operations.settle(kind, payment, amount, note, by.admin())));
    }

    /** Settles what has arrived as it is; nothing when the state does not allow it. */
    public Optional<Begun> accept(UUID id, String note, Initiator by) {
        Payment payment = store.lock(id);
        if (!policy.allows(payment, PaymentAction.ACCEPT)) {
            return Optional.empty();
        }
        ask(payment, by, Message.of("history.asked_accept", note));
        Money rest = payment.facts().outstanding();
        boolean isAsked = payment.status().isOpen() && (payment.bill().isLink() || rest.minor() > 0);
        if (!isAsked) {
            recorder.accepted(payment, payment.facts().settlement().kept(), by.admin());
            return Optional.of(new Begun(payment, null));
        }
        OperationKind kind = OperationKind.acceptance(payment.bill().type());
        return Optional.of(new Begun(payment, operations.settle(kind, payment, rest, note, by.admin())));
    }

    /**
     * Gives money back; nothing when the state does not allow it, or when so much is not left.
     *
     * @param wanted null for all that is left
     */
    public Optional<Begun> refund(UUID id, @Nullable Money wanted, @Nullable String reason, Initiator by) {
        Payment payment = store.lock(id);
        Money left = payment.facts().refundable();
        boolean isLeft = wanted == null || wanted.minor() <= left.minor();
        if (!policy.allows(payment, PaymentAction.REFUND) || !isLeft) {
            return Optional.empty();
        }
        Money amount = wanted == null ? left : wanted;
        ask(payment, by, asksRefund(amount, reason));
        return Optional.of(new Begun(payment, operations.refund(payment, amount, reason, by.admin())));
    }

    /**
     * A person has resolved what needed attention; nothing when nothing does.
     *
     * @param seen the reasons that were looked at
     */
    public Optional<Payment> resolve(UUID id, Set<Attention> seen, @Nullable String note, Initiator by) {
        Payment payment = store.lock(id);
        if (!policy.allows(payment, PaymentAction.RESOLVE)) {
            return Optional.empty();
        }
        ask(payment, by, noted("history.resolved", note));
        recorder.resolved(payment, seen);
        return Optional.of(payment);
    }

    /** Mails the payment once more; nothing when it can't be. */
    public Optional<Begun> resend(UUID id, Initiator by) {
        Payment payment = store.lock(id);
        if (!policy.allows(payment, PaymentAction.RESEND)) {
            return Optional.empty();
        }
        ask(payment, by, Message.of("history.asked_resend"));
        if (profile.mails(payment.bill().isLink(), payment.isLive())) {
            recorder.resendAsked(payment);
            return Optional.of(new Begun(payment, null));
        }
        return begin(OperationKind.SEND_INVOICE, payment, by);
    }

    /** Creates the correction of a payment, which is withdrawn first unless it is already. */
    public Optional<Operations.Replacement> replace(UUID id, PaymentOrder order, Initiator by) {
        Payment old = store.lock(id);
        if (!policy.allows(old, PaymentAction.REPLACE)) {
            return Optional.empty();
        }
        Payment correction = add(order, by);
        recorder.replaced(old, correction, by.admin());
        boolean mustCancel = PaymentAction.CANCEL.isAllowed(old, false);
        return Optional.of(operations.replace(old, correction, mustCancel, by.admin()));
    }

    private static Message noted(String key, @Nullable String note, Object... about) {
        return note == null
                ? Message.of(key, about)
                : Message.of(
                        key + "_note",
                        Stream.concat(Stream.of(note), Stream.of(about)).toArray());
    }

    private static Message asksRefund(Money amount, @Nullable String reason) {
        if (reason == null) {
            return Message.of("history.asked_refund", amount);
        }
        Object why = RefundRequest.reasonCode(reason)
                .<Object>map(code -> Value.text("refund.reason." + code))
                .orElse(reason);
        return Message.of("history.asked_refund_because", amount, why);
    }

    private void ask(Payment payment, Initiator by, Message message) {
        keys.bind(by, payment.id());
        recorder.asked(payment, by.admin(), message);
    }

    private Optional<Begun> begin(OperationKind kind, Payment payment, Initiator by) {
        return Optional.of(new Begun(payment, operations.begin(kind, payment, by.admin())));
    }
}
