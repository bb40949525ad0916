package com.operatoros.payments.payment;

import com.operatoros.payments.gateway.AttemptReport;
import com.operatoros.payments.gateway.AttemptState;
import com.operatoros.payments.gateway.Failure;
import com.operatoros.payments.gateway.GatewayAnswer;
import com.operatoros.payments.gateway.IntentId;
import com.operatoros.payments.gateway.InvoiceId;
import com.operatoros.payments.gateway.InvoiceReport;
import com.operatoros.payments.gateway.InvoiceState;
import com.operatoros.payments.gateway.SuspicionKind;
import com.operatoros.payments.gateway.SuspicionReport;
import com.operatoros.payments.money.Amount;
import com.operatoros.payments.money.Currency;
import com.operatoros.payments.money.Money;
import java.time.Instant;
import java.time.LocalDate;
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
        return new Payment(order, PaymentOrigin.create(1001, false, "admin", NOON));
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

    /** The client paid, but less than was asked for. */
    public static Payment aPaymentWithLess() {
        Payment payment = aPendingPayment();
        payment.report(paid("pi_1", "ch_1", ASKED.minor() - 1, "usd"));
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
        return new Payment(order, PaymentOrigin.create(1, false, "admin", NOON));
    }

    public static Payment aCanceledPayment() {
        Payment payment = aPendingPayment();
        payment.cancel();
        return payment;
    }

    /** Withdrawn, and another one was made to correct it. */
    public static Payment aReplacedPayment() {
        Payment payment = aCanceledPayment();
        payment.progressing().replacedBy(UUID.randomUUID());
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
        Payment payment = new Payment(order, PaymentOrigin.create(1002, false, "admin", NOON));
        payment.opened(GatewayAnswer.invoice(invoice("in_1", InvoiceState.OPEN, 0, NOON)), NOON);
        return payment;
    }

    /** An invoice over what was asked for, as Stripe tells it then. */
    static InvoiceReport invoice(String id, InvoiceState state, long paid, Instant at) {
        return invoice(id, null, state, sums(ASKED.minor(), 0, 0, 0, paid, 0), at);
    }

    static InvoiceReport invoice(
            String id, @Nullable String revises, InvoiceState state, InvoiceReport.Sums sums, Instant at) {
        return new InvoiceReport(
                new InvoiceId(id),
                InvoiceId.orNull(revises),
                null,
                state,
                sums,
                new InvoiceReport.Pages("D-" + id, "https://pay.example/" + id, null),
                false,
                state == InvoiceState.PAID ? at : null,
                at);
    }

    static InvoiceReport.Sums sums(
            long total, long discounted, long credited, long fromBalance, long paid, long overpaid) {
        return new InvoiceReport.Sums("usd", total, discounted, credited, fromBalance, paid, overpaid);
    }

    public static Payment aPaidPayment() {
        Payment payment = aPendingPayment();
        payment.report(paid("pi_1", "ch_1"));
        return payment;
    }

    static SuspicionReport suspicion(String id, SuspicionKind kind, boolean isOpen) {
        return new SuspicionReport(id, kind, new IntentId("pi_1"), isOpen, null);
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
