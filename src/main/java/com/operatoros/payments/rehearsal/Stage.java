package com.operatoros.payments.rehearsal;

import com.operatoros.payments.business.BillingProfile;
import com.operatoros.payments.money.Money;
import com.operatoros.payments.notification.Level;
import com.operatoros.payments.notification.NotificationFilter;
import com.operatoros.payments.notification.Notifications;
import com.operatoros.payments.payment.HistoryEntry;
import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.PaymentOrder;
import com.operatoros.payments.payment.PaymentQueries;
import com.operatoros.payments.payment.PaymentStatus;
import com.operatoros.payments.payment.PaymentType;
import com.operatoros.payments.payment.action.CreationResult;
import com.operatoros.payments.payment.action.PaymentCreation;
import com.operatoros.payments.reconcile.Reconciliation;
import com.operatoros.payments.request.Initiator;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** What the application does in a scene, through the same beans as its pages. */
@Dependent
class Stage {

    private static final String PROJECT = "Rehearsal";
    private static final String CLIENT = "rehearsal@example.com";
    private static final BigDecimal AMOUNT = BigDecimal.valueOf(1200);
    private static final int LATEST = 100;

    @EJB
    private PaymentCreation creation;

    @EJB
    private PaymentQueries queries;

    @EJB
    private Reconciliation reconciliation;

    @EJB
    private Notifications notifications;

    @Inject
    private BillingProfile profile;

    @Inject
    private Clock clock;

    CreationResult bill(PaymentType type, String admin) {
        PaymentOrder order = new PaymentOrder(
                type,
                PROJECT,
                null,
                CLIENT,
                Money.ofMajor(AMOUNT, profile.defaultCurrency()),
                PROJECT,
                type == PaymentType.INVOICE ? profile.today(clock).plusDays(profile.defaultDueDays()) : null,
                true);
        return creation.create(order, Initiator.of(admin));
    }

    Payment payment(UUID id) {
        return queries.find(id).orElseThrow();
    }

    /** The event that has moved a payment to paid. */
    Optional<String> eventThatPaid(UUID id) {
        return queries.history(id).stream()
                .filter(entry -> entry.to() == PaymentStatus.PAID)
                .map(HistoryEntry::evidence)
                .filter(Objects::nonNull)
                .findFirst();
    }

    void askStripe(UUID id) {
        reconciliation.sync(id);
    }

    /** How many notifications of this kind there are about a payment. */
    long told(UUID id, Predicate<Level> kind) {
        return notifications.listOnly(new NotificationFilter(null, null, null), LATEST).stream()
                .filter(notification -> id.equals(notification.paymentId()))
                .filter(notification -> kind.test(notification.level()))
                .count();
    }
}
