package com.operatoros.payments.payment;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import com.operatoros.payments.request.Initiator;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;

/** The admin bills a client: the intent is committed, the gateway is asked, its answers are committed (rule P1). */
@Stateless
@RolesAllowed("admin")
@TransactionAttribute(NOT_SUPPORTED)
public class PaymentCreation {

    private static final Logger LOG = System.getLogger(PaymentCreation.class.getName());

    @EJB
    private Intents intents;

    @EJB
    private PaymentQueries queries;

    @Inject
    private AdminPatience patience;

    /** Creates a payment; whatever happens after the intent is committed, the result tells of that payment. */
    public CreationResult create(PaymentOrder order, Initiator by) {
        Intents.Begun begun = intents.create(order, by);
        Payment payment = patience.carryOut(begun.payment(), begun.claim());
        LOG.log(
                Level.INFO,
                "Payment {0} ({1}) created by {2}: {3}",
                payment.reference(),
                payment.id(),
                by.admin(),
                payment.status());
        return CreationResult.of(payment);
    }

    /** The same once more, as a new payment. */
    public CreationResult duplicate(UUID id, Initiator by) {
        Payment original = queries.find(id).orElseThrow(() -> new PaymentNotFound(id));
        return create(intents.again(original), by);
    }
}
