package com.operatoros.payments.mail;

import com.operatoros.payments.outbox.Lease;
import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.PaymentChanged;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Puts mails into the outbox of a running server and reads what became of them. */
@Stateless
public class MailFixtures {

    private static final String NOBODY = "nobody@example.com";

    @PersistenceContext(unitName = "payments")
    private EntityManager entities;

    @Inject
    private Event<PaymentChanged> changes;

    @Inject
    private Clock clock;

    /** A mail that the worker leaves alone, since its time has not come. */
    public UUID aMailOfTomorrow(UUID payment) {
        return add(payment, clock.instant().plus(Duration.ofDays(1)));
    }

    public UUID aDueMail(UUID payment) {
        return add(payment, clock.instant());
    }

    private UUID add(UUID payment, Instant notBefore) {
        OutboxMail mail = new OutboxMail(payment, MailKind.RESEND, NOBODY, "example.com", clock.instant());
        entities.persist(mail.notBefore(notBefore));
        return mail.id();
    }

    public Lease<UUID> claim(UUID mail) {
        return entities.find(OutboxMail.class, mail)
                .delivery()
                .claim(mail, clock.instant().plus(Duration.ofDays(1)));
    }

    public String state(UUID mail) {
        return entities.find(OutboxMail.class, mail).delivery().state().code();
    }

    public int claims(UUID mail) {
        return entities.find(OutboxMail.class, mail).delivery().claims();
    }

    /** Tells the same twice in one transaction. */
    public void tellTwice(UUID payment, Function<Payment, PaymentChanged> change) {
        PaymentChanged told = change.apply(entities.find(Payment.class, payment));
        changes.fire(told);
        changes.fire(told);
    }

    @SuppressWarnings("unchecked")
    public List<String> kinds(UUID payment) {
        return entities.createNativeQuery("select kind from mail_outbox where payment_id = ?1 order by queued_at")
                .setParameter(1, payment)
                .getResultList();
    }

    @SuppressWarnings("unchecked")
    public List<String> history(UUID payment) {
        return entities.createNativeQuery(
                        "select message ->> 'key' from payment_history where payment_id = ?1 and kind = 'mail' order by id")
                .setParameter(1, payment)
                .getResultList();
    }
}
