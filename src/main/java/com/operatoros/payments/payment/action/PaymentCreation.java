package com.operatoros.payments.payment.action;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.PaymentNotFound;
import com.operatoros.payments.payment.PaymentOrder;
import com.operatoros.payments.payment.PaymentQueries;
import com.operatoros.payments.payment.PaymentRecorder;
import com.operatoros.payments.payment.action.PaymentCommands.Begun;
import com.operatoros.payments.payment.operation.Lease;
import com.operatoros.payments.payment.operation.OperationRunner;
import com.operatoros.payments.request.Initiator;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Objects;
import java.util.UUID;

/** The admin bills a client: the order is committed, the gateway is asked, its answers are committed (rule P1). */
@Stateless
@RolesAllowed("admin")
@TransactionAttribute(NOT_SUPPORTED)
public class PaymentCreation {

    private static final Logger LOG = System.getLogger(PaymentCreation.class.getName());

    @EJB
    private PaymentCommands commands;

    @EJB
    private PaymentQueries queries;

    @Inject
    private OperationRunner runner;

    @Inject
    private PaymentRecorder recorder;

    /** Creates a payment; whatever happens after the order is committed, the result tells of that payment. */
    public CreationResult create(PaymentOrder order, Initiator by) {
        Begun begun = commands.create(order, by);
        Lease lease = Objects.requireNonNull(begun.lease(), "a creation asks the gateway");
        Payment payment = runner.carryOut(begun.payment(), lease).payment();
        LOG.log(
                Level.INFO,
                "Payment {0} ({1}) created by {2}: {3}",
                payment.reference(),
                payment.id(),
                by.admin(),
                payment.status());
        return CreationResult.of(payment);
    }

    /** The payment that an order would lead to; nothing is stored, and its reference and address are not known yet. */
    public Payment preview(PaymentOrder order) {
        return recorder.preview(order);
    }

    /** The same once more, as a new payment. */
    public CreationResult duplicate(UUID id, Initiator by) {
        Payment original = queries.find(id).orElseThrow(() -> new PaymentNotFound(id));
        return create(commands.again(original), by);
    }
}
