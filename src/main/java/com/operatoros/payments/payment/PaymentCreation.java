package com.operatoros.payments.payment;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** The admin bills a client: the intent is committed, the gateway is asked, the answer is committed (rule P1). */
@Stateless
@RolesAllowed("admin")
public class PaymentCreation {

    private static final Logger LOG = System.getLogger(PaymentCreation.class.getName());

    @EJB
    private CreationRecords records;

    @Inject
    private PaymentGateway gateway;

    /** Creates a payment; whatever happens after the intent is committed, the result tells of that payment. */
    @TransactionAttribute(NOT_SUPPORTED)
    public CreationResult create(PaymentOrder order, String admin) {
        CreationRecords.Begun begun = records.begin(order, admin);
        LinkOutcome outcome = gateway.createLink(begun.request(), begun.idempotencyKey());
        Payment payment = record(begun, outcome);
        LOG.log(
                Level.INFO,
                "Payment {0} ({1}) created by {2}: {3}",
                payment.reference(),
                payment.id(),
                admin,
                payment.status());
        return result(payment, outcome);
    }

    /** An answer that can't be recorded leaves the payment as it was committed: recovery asks again. */
    private Payment record(CreationRecords.Begun begun, LinkOutcome outcome) {
        try {
            return records.record(begun, outcome);
        } catch (RuntimeException e) {
            LOG.log(
                    Level.ERROR,
                    "The gateway's answer for payment " + begun.payment().id() + " is not recorded",
                    e);
            return begun.payment();
        }
    }

    private static CreationResult result(Payment payment, LinkOutcome outcome) {
        if (payment.status() == PaymentStatus.CREATING) {
            return new CreationResult.Unsettled(payment);
        }
        if (payment.status() == PaymentStatus.REJECTED && outcome instanceof LinkOutcome.Refused refused) {
            return new CreationResult.Refused(payment, refused.failure());
        }
        return new CreationResult.Created(payment);
    }
}
