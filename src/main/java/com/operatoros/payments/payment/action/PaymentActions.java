package com.operatoros.payments.payment.action;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import com.operatoros.payments.money.Money;
import com.operatoros.payments.payment.Attention;
import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.PaymentNotFound;
import com.operatoros.payments.payment.PaymentOrder;
import com.operatoros.payments.payment.PaymentQueries;
import com.operatoros.payments.payment.PaymentStatus;
import com.operatoros.payments.payment.action.PaymentCommands.Begun;
import com.operatoros.payments.payment.operation.Lease;
import com.operatoros.payments.payment.operation.OperationEnd;
import com.operatoros.payments.payment.operation.OperationRunner;
import com.operatoros.payments.payment.operation.OperationState;
import com.operatoros.payments.payment.operation.Operations;
import com.operatoros.payments.request.Initiator;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Does what an admin wants about a payment that exists; each is committed before the gateway is asked (rule P1). Long
 * since each action has a method of its own.
 */
@Stateless
@RolesAllowed("admin")
@TransactionAttribute(NOT_SUPPORTED)
public class PaymentActions {
    @EJB
    private PaymentCommands commands;

    @EJB
    private PaymentQueries queries;

    @Inject
    private ActionPolicy policy;

    @Inject
    private OperationRunner runner;

    /** What can be done about a payment in its state. */
    public Set<PaymentAction> allowed(Payment payment) {
        return allowed(List.of(payment), EnumSet.allOf(PaymentAction.class)).getOrDefault(payment.id(), Set.of());
    }

    /** Which of these actions can be taken about many payments, by their ids. */
    public Map<UUID, Set<PaymentAction>> allowed(Collection<Payment> payments, Set<PaymentAction> wanted) {
        return policy.allowed(payments, wanted);
    }

    /** Withdraws a payment: nobody can pay it any more. */
    public ActionResult cancel(UUID id, Initiator by) {
        return carryOut(id, commands.cancel(id, by));
    }

    /**
     * Money came outside of the gateway.
     *
     * @param amount null for all that is still to come
     */
    public ActionResult markPaid(UUID id, @Nullable Money amount, @Nullable String note, Initiator by) {
        return carryOut(id, commands.markPaid(id, amount, note, by));
    }

    /** What has arrived is settled as it is, and the rest is done without. */
    public ActionResult accept(UUID id, String note, Initiator by) {
        return carryOut(id, commands.accept(id, note, by));
    }

    /**
     * Gives money back to the client, by a credit note where there is an invoice.
     *
     * @param amount null for all that is left
     * @param reason a code of the gateway, or words
     */
    public ActionResult refund(UUID id, @Nullable Money amount, @Nullable String reason, Initiator by) {
        return carryOut(id, commands.refund(id, amount, reason, by));
    }

    /**
     * Puts away what needs attention, since a person has resolved it.
     *
     * @param seen the reasons that were looked at; what was raised meanwhile stays
     */
    public ActionResult resolve(UUID id, Set<Attention> seen, @Nullable String note, Initiator by) {
        return commands.resolve(id, seen, note, by)
                .<ActionResult>map(ActionResult.Done::new)
                .orElseGet(() -> notAllowed(id));
    }

    /** Does not try any more what our key was not accepted for. */
    public ActionResult giveUp(UUID id, Initiator by) {
        return commands.giveUp(id, by).<ActionResult>map(ActionResult.Done::new).orElseGet(() -> notAllowed(id));
    }

    /** Mails the payment to the client once more. */
    public ActionResult resend(UUID id, Initiator by) {
        return carryOut(id, commands.resend(id, by));
    }

    /**
     * Withdraws a payment and creates its correction, which is the result; it is rejected when the old one has been paid
     * meanwhile.
     */
    public ActionResult replace(UUID id, PaymentOrder order, Initiator by) {
        Optional<Operations.Replacement> begun = commands.replace(id, order, by);
        if (begun.isEmpty()) {
            return notAllowed(id);
        }
        OperationEnd end = runner.carryOut(begun.get());
        return end.state() == OperationState.REFUSED ? notReplaced(id, end) : result(end);
    }

    /** Either the old payment could not be withdrawn, or it is withdrawn and the new one was refused. */
    private ActionResult notReplaced(UUID id, OperationEnd refusal) {
        Payment old = find(id);
        String reason = String.valueOf(refusal.trouble());
        boolean isWithdrawn = old.status() == PaymentStatus.CANCELED || old.status() == PaymentStatus.REJECTED;
        return isWithdrawn
                ? new ActionResult.Rejected(refusal.payment(), reason)
                : new ActionResult.Refused(old, reason);
    }

    private ActionResult carryOut(UUID id, Optional<Begun> begun) {
        if (begun.isEmpty()) {
            return notAllowed(id);
        }
        Lease lease = begun.get().lease();
        return lease == null
                ? new ActionResult.Done(find(id))
                : result(runner.carryOut(begun.get().payment(), lease));
    }

    private static ActionResult result(OperationEnd end) {
        return switch (end.state()) {
            case DONE -> new ActionResult.Done(end.payment());
            case WAITING, OPEN -> new ActionResult.Unsettled(end.payment());
            case REFUSED -> new ActionResult.Refused(end.payment(), String.valueOf(end.trouble()));
        };
    }

    private ActionResult notAllowed(UUID id) {
        return new ActionResult.NotAllowed(find(id));
    }

    private Payment find(UUID id) {
        return queries.find(id).orElseThrow(() -> new PaymentNotFound(id));
    }
}
