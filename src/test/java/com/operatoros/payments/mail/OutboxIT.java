package com.operatoros.payments.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.operatoros.payments.outbox.Handover;
import com.operatoros.payments.outbox.Lease;
import com.operatoros.payments.payment.PaymentChanged.Payable;
import com.operatoros.payments.payment.PaymentChanged.ResendAsked;
import com.operatoros.payments.payment.PaymentFixtures;
import com.operatoros.payments.payment.Payments;
import com.operatoros.payments.support.AtOnce;
import com.operatoros.payments.support.Deployments;
import com.operatoros.payments.text.Message;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The transactions of mails in the outbox (rules X1 to X5 and I2), in the running server against PostgreSQL. */
@ExtendWith(ArquillianExtension.class)
@Tag("alone")
class OutboxIT {

    @EJB
    private MailStore store;

    @EJB
    private MailFixtures mails;

    @EJB
    private PaymentFixtures payments;

    @Inject
    private AtOnce atOnce;

    @Deployment
    static WebArchive war() {
        return Deployments.war()
                .addClasses(PaymentFixtures.class, Payments.class, MailFixtures.class, AtOnce.class, Deployments.class);
    }

    @Test
    void many_workers_at_once_never_hold_the_same_mail() throws Exception {
        UUID payment = aPayment();
        List<UUID> due = new ArrayList<>();
        IntStream.range(0, 20).forEach(i -> due.add(mails.aDueMail(payment)));

        List<Optional<Lease<UUID>>> claims = atOnce.call(Collections.nCopies(20, () -> store.claimNext()));

        List<UUID> held =
                claims.stream().flatMap(Optional::stream).map(Lease::what).toList();
        assertEquals(held.size(), new HashSet<>(held).size());
        due.forEach(mail -> assertTrue(mails.claims(mail) <= 1));
        claims.stream()
                .flatMap(Optional::stream)
                .forEach(lease -> store.record(lease, Handover.pointless(Message.quote("the test is over"))));
    }

    @Test
    void whoever_woke_up_late_changes_nothing() {
        UUID mail = mails.aMailOfTomorrow(aPayment());
        Lease<UUID> late = mails.claim(mail);
        Lease<UUID> current = mails.claim(mail);

        store.record(late, Handover.refused(Message.quote("550 of the first attempt")));
        assertEquals("queued", mails.state(mail));
        store.record(current, Handover.taken());

        assertEquals("sent", mails.state(mail));
    }

    @Test
    void what_the_mail_server_took_counts_even_if_another_holds_the_mail_by_now() {
        UUID payment = aPayment();
        UUID mail = mails.aMailOfTomorrow(payment);
        Lease<UUID> late = mails.claim(mail);
        Lease<UUID> current = mails.claim(mail);

        store.record(late, Handover.taken());
        store.record(current, Handover.refused(Message.quote("550 too late")));

        assertEquals("sent", mails.state(mail));
        assertEquals(List.of("history.mail.resend"), mails.history(payment));
        assertEquals(List.of(), payments.notifications(payment));
    }

    @Test
    void a_refusal_is_told_once_in_the_history_and_to_the_admin() {
        UUID payment = aPayment();
        Lease<UUID> lease = mails.claim(mails.aMailOfTomorrow(payment));

        store.record(lease, Handover.refused(Message.quote("550 No such user")));
        store.record(lease, Handover.refused(Message.quote("550 No such user")));

        assertEquals("failed", mails.state(lease.what()));
        assertEquals(List.of("history.mail.refused"), mails.history(payment));
        assertEquals(List.of("E-mail not delivered"), payments.notifications(payment));
    }

    @Test
    void trouble_that_may_pass_keeps_the_mail_waiting_and_tells_nobody() {
        UUID payment = aPayment();
        Lease<UUID> lease = mails.claim(mails.aMailOfTomorrow(payment));

        store.record(lease, Handover.later(Message.quote("no answer")));

        assertEquals("queued", mails.state(lease.what()));
        assertEquals(List.of(), payments.notifications(payment));
    }

    @Test
    void a_letter_is_written_from_the_payment_as_it_stands_now() {
        UUID payment = aPayment();
        Lease<UUID> lease = mails.claim(mails.aMailOfTomorrow(payment));

        LetterWriter.Result result = store.write(lease);

        assertNotNull(result.letter());
        assertNull(result.pointless());
    }

    @Test
    void two_wishes_for_another_mail_before_the_first_is_touched_make_one() {
        UUID payment = aPayment();

        mails.tellTwice(payment, ResendAsked::new);

        assertEquals(List.of("resend"), mails.kinds(payment));
    }

    @Test
    void a_payment_that_nobody_wants_to_be_mailed_gets_no_mail_when_it_can_be_paid() {
        UUID payment = aPayment();

        mails.tellTwice(payment, subject -> new Payable(subject, false));

        assertEquals(List.of(), mails.kinds(payment));
    }

    @Test
    void a_payment_that_is_told_of_twice_is_mailed_once() {
        UUID payment = aPayment();

        mails.tellTwice(payment, subject -> new Payable(subject, true));

        assertEquals(List.of("payment"), mails.kinds(payment));
    }

    private UUID aPayment() {
        return payments.aPendingPayment("plink_" + UUID.randomUUID());
    }
}
