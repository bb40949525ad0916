package com.operatoros.payments.payment.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.operatoros.payments.gateway.CallOutcome;
import com.operatoros.payments.gateway.Failure;
import com.operatoros.payments.gateway.GatewayAnswer;
import com.operatoros.payments.payment.PaymentFixtures;
import com.operatoros.payments.payment.PaymentOrder;
import com.operatoros.payments.payment.PaymentStatus;
import com.operatoros.payments.payment.PaymentType;
import com.operatoros.payments.payment.Payments;
import com.operatoros.payments.payment.action.PaymentCommands;
import com.operatoros.payments.request.Initiator;
import com.operatoros.payments.support.Deployments;
import jakarta.ejb.EJB;
import java.time.Duration;
import java.util.Objects;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who may record the result of a call (rule O2), in the running server against PostgreSQL. */
@ExtendWith(ArquillianExtension.class)
@Tag("alone")
class OperationStoreIT {

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final CallOutcome MADE =
            new CallOutcome.Done(GatewayAnswer.link("plink_of_a_frozen_node", "https://pay.example/1"));

    @EJB
    private PaymentCommands commands;

    @EJB
    private OperationStore store;

    @EJB
    private PaymentFixtures payments;

    @EJB
    private OperationFixtures operations;

    @Deployment
    static WebArchive war() {
        return Deployments.war()
                .addClasses(OperationFixtures.class, PaymentFixtures.class, Payments.class, Deployments.class);
    }

    @Test
    void who_holds_the_operation_records_its_result() {
        PaymentCommands.Begun begun = commands.create(order(), Initiator.of("admin"));
        StepCall call = store.next(lease(begun), LIMIT).orElseThrow();
        String link = "plink_" + begun.payment().id();

        boolean goesOn = store.record(
                lease(begun), call, new CallOutcome.Done(GatewayAnswer.link(link, "https://pay.example/1")));

        assertTrue(goesOn);
        assertEquals(PaymentStatus.PENDING, payments.see(begun.payment().id()).status());
        assertTrue(store.next(lease(begun), LIMIT).isEmpty());
    }

    @Test
    void a_node_that_was_frozen_and_overtaken_changes_nothing() {
        PaymentCommands.Begun begun = commands.create(order(), Initiator.of("admin"));
        StepCall call = store.next(lease(begun), LIMIT).orElseThrow();
        operations.overtake(lease(begun).operationId());

        boolean goesOn = store.record(lease(begun), call, MADE);

        assertFalse(goesOn);
        assertEquals(PaymentStatus.CREATING, payments.see(begun.payment().id()).status());
        assertTrue(store.next(lease(begun), LIMIT).isEmpty(), "nor does it ask for more");
    }

    @Test
    void a_refusal_by_who_was_overtaken_rejects_nothing() {
        PaymentCommands.Begun begun = commands.create(order(), Initiator.of("admin"));
        StepCall call = store.next(lease(begun), LIMIT).orElseThrow();
        operations.overtake(lease(begun).operationId());

        store.record(lease(begun), call, new CallOutcome.Refused(new Failure("amount_too_small", "Too small")));

        assertEquals(PaymentStatus.CREATING, payments.see(begun.payment().id()).status());
    }

    private static Lease lease(PaymentCommands.Begun begun) {
        return Objects.requireNonNull(begun.lease());
    }

    private static PaymentOrder order() {
        return new PaymentOrder(
                PaymentType.LINK, "Website", "Client", "client@example.com", Payments.ASKED, "Website", null, false);
    }
}
