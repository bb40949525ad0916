package com.operatoros.payments.payment;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import com.operatoros.payments.money.Money;
import com.operatoros.payments.request.Initiator;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an admin does about a payment that exists; each is committed before the gateway is asked (rule P1). */
@Stateless
@RolesAllowed("admin")
@TransactionAttribute(NOT_SUPPORTED)
public class PaymentActions {

    @EJB
    private Intents intents;

    @EJB
    private PaymentQueries queries;

    @EJB
    private OperationRecords records;

    @Inject
    private AdminPatience patience;

    @Inject
    private OperationRunner runner;

    /** Withdraws a payment: nobody can pay it any more. */
    public ActionResult cancel(UUID id, Initiator by) {
        return carryOut(id, intents.cancel(id, by));
    }

    /** The invoice was paid outside of the gateway. */
    public ActionResult markPaid(UUID id, @Nullable String note, Initiator by) {
        return carryOut(id, intents.markPaid(id, note, by));
    }

    /**
     * Gives money back to the client, by a credit note where there is an invoice.
     *
     * @param amount null for all that is left
     * @param reason a code of the gateway, or words
     */
    public ActionResult refund(UUID id, @Nullable Money amount, @Nullable String reason, Initiator by) {
        return carryOut(id, intents.refund(id, amount, reason, by));
    }

    /**
     * Puts away what needs attention, since a person has seen to it.
     *
     * @param seen the reasons that were looked at; what was raised meanwhile stays
     */
    public ActionResult attend(UUID id, Set<Attention> seen, @Nullable String note, Initiator by) {
        Optional<Payment> attended = intents.attend(id, seen, note, by);
        return attended.isEmpty() ? new ActionResult.NotAllowed(find(id)) : new ActionResult.Done(attended.get());
    }

    /** Mails the payment to the client once more. */
    public ActionResult resend(UUID id, Initiator by) {
        Optional<Intents.Resend> resend = intents.resend(id, by);
        if (resend.isEmpty()) {
            return new ActionResult.NotAllowed(find(id));
        }
        Claim claim = resend.get().claim();
        return claim == null
                ? new ActionResult.Done(find(id))
                : carryOut(id, Optional.of(new Intents.Begun(resend.get().payment(), claim)));
    }

    /**
     * Withdraws a payment and creates its correction, which is the result; it is rejected when the old one has been paid
     * meanwhile.
     */
    public ActionResult replace(UUID id, PaymentOrder order, Initiator by) {
        Optional<Intents.Replacement> begun = intents.replace(id, order, by);
        if (begun.isEmpty()) {
            return new ActionResult.NotAllowed(find(id));
        }
        Intents.Replacement replacement = begun.get();
        Instant deadline = patience.deadline();
        Optional<Claim> create = Optional.ofNullable(replacement.create());
        if (replacement.cancel() != null) {
            runner.run(replacement.cancel(), deadline);
            create = records.claimAfter(replacement.cancel().operationId());
        }
        create.ifPresent(claim -> runner.run(claim, deadline));
        ActionResult result = result(patience.standing(replacement.payment(), replacement.operationId()));
        return result instanceof ActionResult.Refused refused ? notReplaced(id, refused) : result;
    }

    /** Either the old payment could not be withdrawn, or it is withdrawn and the new one was refused. */
    private ActionResult notReplaced(UUID id, ActionResult.Refused refused) {
        Payment old = find(id);
        boolean isWithdrawn = old.status() == PaymentStatus.CANCELED || old.status() == PaymentStatus.REJECTED;
        return isWithdrawn
                ? new ActionResult.Rejected(refused.payment(), refused.reason())
                : new ActionResult.Refused(old, refused.reason());
    }

    private ActionResult carryOut(UUID id, Optional<Intents.Begun> begun) {
        if (begun.isEmpty()) {
            return new ActionResult.NotAllowed(find(id));
        }
        Payment payment = begun.get().payment();
        Claim claim = begun.get().claim();
        runner.run(claim, patience.deadline());
        return result(patience.standing(payment, claim.operationId()));
    }

    private static ActionResult result(OperationRecords.Standing standing) {
        return switch (standing.state()) {
            case DONE -> new ActionResult.Done(standing.payment());
            case WAITING, OPEN -> new ActionResult.Unsettled(standing.payment());
            case REFUSED -> new ActionResult.Refused(standing.payment(), String.valueOf(standing.trouble()));
        };
    }

    private Payment find(UUID id) {
        return queries.find(id).orElseThrow(() -> new PaymentNotFound(id));
    }
}
