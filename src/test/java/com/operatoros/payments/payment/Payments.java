package com.operatoros.payments.payment;

import com.operatoros.payments.gateway.AttemptReport;
import com.operatoros.payments.gateway.AttemptState;
import com.operatoros.payments.gateway.Failure;
import com.operatoros.payments.gateway.GatewayAnswer;
import com.operatoros.payments.gateway.IntentId;
import com.operatoros.payments.gateway.ObjectKind;
import com.operatoros.payments.money.Amount;
import com.operatoros.payments.money.Currency;
import com.operatoros.payments.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Payments in the situations that tests speak of, and reports about them. */
public final class Payments {

    public static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    public static final Money ASKED = new Money(150_000, Currency.USD);

    private Payments() {}

    /** As Stripe's events tell it: the charge, else the session of the intent. */
    private static String attempt(String intent, @Nullable String charge) {
        return charge == null ? "cs_of_" + intent : charge;
    }

    public static Payment aPaymentBeingCreated() {
        PaymentOrder order = new PaymentOrder(
                PaymentType.LINK,
                "Website Development",
                "Test Client",
                "test@example.com",
                ASKED,
                "Website Development",
                null,
                true);
        return new Payment(order, PaymentIdentity.create(1001, false), "admin", NOON);
    }

    public static Payment aPendingPayment() {
        Payment payment = aPaymentBeingCreated();
        payment.opened(GatewayAnswer.link("plink_1", "https://pay.example/1"), NOON);
        return payment;
    }

    /** The client paid, but in euros. */
    public static Payment aPaymentWithForeignMoney() {
        Payment payment = aPendingPayment();
        payment.report(paid("pi_1", "ch_1", ASKED.minor(), "eur"));
        return payment;
    }

    /** Waiting for its money, as far as anybody here knows. */
    public static Payment aPaymentThatIsOpen() {
        return aPendingPayment();
    }

    /** Paid, as far as anybody here knows. */
    public static Payment aPaymentThatIsPaid() {
        return aPaidPayment();
    }

    /** What an order has led to so far. */
    public static Payment ofOrder(PaymentOrder order) {
        return new Payment(order, PaymentIdentity.create(1, false), "admin", NOON);
    }

    public static Payment aCanceledPayment() {
        Payment payment = aPendingPayment();
        payment.cancel();
        return payment;
    }

    /** Withdrawn, and another one was made to correct it. */
    public static Payment aReplacedPayment() {
        Payment payment = aCanceledPayment();
        payment.correcting().replacedBy(UUID.randomUUID());
        return payment;
    }

    static Payment anOpenInvoice() {
        PaymentOrder order = new PaymentOrder(
                PaymentType.INVOICE,
                "AI Consulting",
                "Demo Corp",
                "demo@example.com",
                ASKED,
                "AI Consulting",
                LocalDate.of(2026, 12, 22),
                true);
        Payment payment = new Payment(order, PaymentIdentity.create(1002, false), "admin", NOON);
        GatewayAnswer answer =
                new GatewayAnswer(Map.of(ObjectKind.INVOICE, "in_1"), "D-1", "https://pay.example/in_1", null, null);
        payment.opened(answer, NOON);
        return payment;
    }

    public static Payment aPaidPayment() {
        Payment payment = aPendingPayment();
        payment.report(paid("pi_1", "ch_1"));
        return payment;
    }

    static AttemptReport paid(String intent, @Nullable String charge) {
        return paid(intent, charge, ASKED.minor(), "usd");
    }

    static AttemptReport paid(String intent, @Nullable String charge, long minor, String currency) {
        return new AttemptReport(
                AttemptState.PAID,
                attempt(intent, charge),
                new IntentId(intent),
                new Amount(minor, currency),
                NOON.plusSeconds(60),
                null);
    }

    static AttemptReport processing(String intent, @Nullable String charge) {
        return new AttemptReport(
                AttemptState.PROCESSING,
                attempt(intent, charge),
                new IntentId(intent),
                ASKED.amount(),
                NOON.plusSeconds(30),
                null);
    }

    static AttemptReport declined(String intent, String charge, String code) {
        Failure failure = new Failure(code, "Your card was declined.");
        return new AttemptReport(
                AttemptState.FAILED, charge, new IntentId(intent), ASKED.amount(), NOON.plusSeconds(20), failure);
    }

    static AttemptReport failedWithoutReason(String intent) {
        return new AttemptReport(
                AttemptState.FAILED,
                attempt(intent, null),
                new IntentId(intent),
                ASKED.amount(),
                NOON.plusSeconds(90),
                null);
    }
}
