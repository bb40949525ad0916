package com.operatoros.payments.report;

import com.operatoros.payments.code.Coded;
import com.operatoros.payments.gateway.Failure;
import com.operatoros.payments.gateway.PayerReport;
import com.operatoros.payments.money.Amount;
import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.text.Messages;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A column of the payments in a file, in the order in which they stand there; each file has all of them. */
enum PaymentColumn implements Coded {
    REFERENCE(payment -> Cell.code(payment.reference())),
    TYPE(payment -> Cell.code(payment.bill().type().code())),
    STATUS(payment -> Cell.code(payment.status().code())),
    /** It depends on the day on which the file is written. */
    OVERDUE(payment -> new Cell.Empty()),
    PROJECT_NAME(payment -> Cell.words(payment.bill().projectName())),
    CLIENT_NAME(payment -> Cell.words(payment.bill().clientName())),
    CLIENT_EMAIL(payment -> Cell.words(payment.bill().clientEmail())),
    DESCRIPTION(payment -> Cell.words(payment.bill().description())),
    CURRENCY(payment -> Cell.code(payment.amount().currency().code())),
    AMOUNT(payment -> Cell.sum(payment.amount())),
    AMOUNT_PAID(payment -> Cell.sum(payment.outcome().amountPaid())),
    AMOUNT_REFUNDED(payment -> Cell.sum(payment.outcome().amountRefunded())),
    DUE_DATE(payment -> Cell.day(payment.bill().dueDate())),
    CREATED_AT(payment -> Cell.moment(payment.createdAt())),
    PAID_AT(payment -> Cell.moment(payment.outcome().paidAt())),
    FAILURE(payment ->
            Cell.words(payment.outcome().failure().map(PaymentColumn::reason).orElse(null))),
    DISPUTE(payment -> Cell.code(
            payment.outcome().dispute().map(dispute -> dispute.state().code()).orElse(null))),
    INVOICE_NUMBER(payment -> Cell.words(payment.stripe().invoiceNumber())),
    MODE(payment -> Cell.code(payment.isLive() ? "live" : "test")),
    ID(payment -> Cell.code(payment.id().toString())),
    OUTSTANDING(payment -> Cell.sum(payment.outcome().outstanding())),
    CREDITED(payment -> Cell.sum(payment.outcome().credited())),
    PAYER_NAME(payment -> Cell.words(payment.outcome().paidBy().name())),
    PAYER_EMAIL(payment -> Cell.words(payment.outcome().paidBy().email())),
    METHOD(payment -> Cell.words(
            payment.outcome().paidBy().method().map(PaymentColumn::words).orElse(null))),
    FEE(payment -> Cell.sum(payment.outcome().paidBy().fee())),
    NET(payment -> Cell.sum(payment.outcome().paidBy().net())),
    FEE_CURRENCY(payment ->
            Cell.code(payment.outcome().paidBy().fee().map(Amount::currency).orElse(null))),
    AVAILABLE_ON(payment -> Cell.moment(payment.outcome().paidBy().availableOn()));

    private final Function<Payment, Cell> reading;

    PaymentColumn(Function<Payment, Cell> reading) {
        this.reading = reading;
    }

    Cell of(Payment payment) {
        return reading.apply(payment);
    }

    private static String reason(Failure failure) {
        return Messages.english().reason(failure.code(), failure.message());
    }

    private static String words(PayerReport.Method method) {
        return Stream.of(method.type(), method.brand(), method.last4(), method.wallet())
                .filter(part -> part != null)
                .collect(Collectors.joining(" "));
    }
}
