package com.operatoros.payments.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.operatoros.payments.request.Initiator;
import com.operatoros.payments.support.Deployments;
import jakarta.ejb.EJB;
import java.time.Duration;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who may record the result of a call (rule P7), in the running server against PostgreSQL. */
@ExtendWith(ArquillianExtension.class)
@Order(Integer.MAX_VALUE)
class OperationRecordsIT {

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final StepOutcome MADE =
            new StepOutcome.Done(Learnt.link("plink_of_a_frozen_node", "https://pay.example/1"));

    @EJB
    private Intents intents;

    @EJB
    private OperationRecords records;

    @EJB
    private PaymentFixtures payments;

    @Deployment
    static WebArchive war() {
        return Deployments.war().addClasses(PaymentFixtures.class, Payments.class, Deployments.class);
    }

    @Test
    void who_holds_the_operation_records_its_result() {
        Intents.Begun begun = intents.create(order(), Initiator.of("admin"));
        Task task = records.next(begun.claim(), LIMIT).orElseThrow();
        String link = "plink_" + begun.payment().id();

        boolean goesOn =
                records.record(begun.claim(), task, new StepOutcome.Done(Learnt.link(link, "https://pay.example/1")));

        assertTrue(goesOn);
        assertEquals(PaymentStatus.PENDING, payments.see(begun.payment().id()).status());
        assertTrue(records.next(begun.claim(), LIMIT).isEmpty());
    }

    @Test
    void a_node_that_was_frozen_and_overtaken_changes_nothing() {
        Intents.Begun begun = intents.create(order(), Initiator.of("admin"));
        Task task = records.next(begun.claim(), LIMIT).orElseThrow();
        payments.overtake(begun.claim().operationId());

        boolean goesOn = records.record(begun.claim(), task, MADE);

        assertFalse(goesOn);
        assertEquals(PaymentStatus.CREATING, payments.see(begun.payment().id()).status());
        assertTrue(records.next(begun.claim(), LIMIT).isEmpty(), "nor does it ask for more");
    }

    @Test
    void a_refusal_by_who_was_overtaken_rejects_nothing() {
        Intents.Begun begun = intents.create(order(), Initiator.of("admin"));
        Task task = records.next(begun.claim(), LIMIT).orElseThrow();
        payments.overtake(begun.claim().operationId());

        records.record(begun.claim(), task, new StepOutcome.Refused(new Failure("amount_too_small", "Too small")));

        assertEquals(PaymentStatus.CREATING, payments.see(begun.payment().id()).status());
    }

    private static PaymentOrder order() {
        return new PaymentOrder(
                PaymentType.LINK, "Website", "Client", "client@example.com", Payments.ASKED, "Website", null, false);
    }
}
