package com.operatoros.payments.payment;

import com.operatoros.payments.money.Currency;
import com.operatoros.payments.money.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A bill: what a client owes and for what, as the admin has ordered it. Only the amount may change, when somebody edits the invoice
 * at the gateway. Long since it has a getter for each thing that is ordered.
 */
@Embeddable
public class Bill {
    private PaymentType type;

    @Column(name = "project_name")
    private String projectName;

    @Column(name = "client_name")
    private @Nullable String clientName;

    @Column(name = "client_email")
    private String clientEmail;

    private String description;

    @Column(name = "amount_minor")
    private long amountMinor;

    @Column(name = "ordered_minor")
    private long orderedMinor;

    private Currency currency;

    @Column(name = "due_date")
    private @Nullable LocalDate dueDate;

    /** The due date, or a day far away where there is none: what has no date is sorted behind what has one. */
    @Column(name = "due_key", insertable = false, updatable = false)
    @SuppressWarnings("UnusedVariable")
    private @Nullable LocalDate dueKey;

    @Column(name = "send_email")
    private boolean sendEmail;

    protected Bill() {}

    Bill(PaymentOrder order) {
        this.type = order.type();
        this.projectName = order.projectName();
        this.clientName = order.clientName();
        this.clientEmail = order.clientEmail();
        this.description = order.description();
        this.amountMinor = order.amount().minor();
        this.orderedMinor = order.amount().minor();
        this.currency = order.amount().currency();
        this.dueDate = order.dueDate();
        this.sendEmail = order.sendEmail();
    }

    /** The same once more, with an invoice due after as many days as this one was. */
    public PaymentOrder again(LocalDate createdOn, LocalDate today) {
        LocalDate due = dueDate == null ? null : today.plusDays(ChronoUnit.DAYS.between(createdOn, dueDate));
        return new PaymentOrder(type, projectName, clientName, clientEmail, amount(), description, due, sendEmail);
    }

    /** What it is searched for, folded here, so that it does not depend on the database's locale. */
    String searchTerm(String reference) {
        return Stream.of(projectName, clientName, clientEmail, reference)
                .filter(Objects::nonNull)
                .map(text -> text.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("\n"));
    }

    public PaymentType type() {
        return type;
    }

    public boolean isLink() {
        return type == PaymentType.LINK;
    }

    public String projectName() {
        return projectName;
    }

    public @Nullable String clientName() {
        return clientName;
    }

    public String clientEmail() {
        return clientEmail;
    }

    public String description() {
        return description;
    }

    /** What is asked for now. */
    public Money amount() {
        return new Money(amountMinor, currency);
    }

    /** What the admin asked for. */
    Money ordered() {
        return new Money(orderedMinor, currency);
    }

    void asks(Money amount) {
        amountMinor = amount.minor();
    }

    /** The last day to pay an invoice, in the business's zone; a link has none. */
    public @Nullable LocalDate dueDate() {
        return dueDate;
    }

    boolean isDueBefore(LocalDate today) {
        return dueDate != null && dueDate.isBefore(today);
    }

    /** Whether the client is to get it by e-mail. */
    public boolean sendsEmail() {
        return sendEmail;
    }
}
