package com.operatoros.payments.admin;

import com.operatoros.payments.business.BillingProfile;
import com.operatoros.payments.payment.PaymentType;
import com.operatoros.payments.payment.draft.PaymentDraft;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The fields of the form that creates a payment, as they were filled in. Long since Faces wants a getter and a setter
 * for each field.
 */
public class PaymentForm {

    /** What stands for an empty field that must not be empty: it is as wrong as a word, and gets the same advice. */
    private static final String NOTHING = "-";

    private String type = PaymentType.LINK.code();
    private @Nullable String projectName;
    private @Nullable String clientName;
    private @Nullable String clientEmail;
    private @Nullable String amount;
    private @Nullable String currency;
    private @Nullable String description;
    private boolean dueOnDate;
    private @Nullable String dueDays;
    private @Nullable String dueDate;
    private boolean sendEmail = true;

    /** An empty form with what the settings propose. */
    static PaymentForm preset(BillingProfile profile) {
        PaymentForm form = new PaymentForm();
        form.currency = profile.defaultCurrency().code();
        form.dueDays = String.valueOf(profile.defaultDueDays());
        return form;
    }

    /** Fills in what is to be corrected. */
    void fill(PaymentDraft draft) {
        type = Objects.requireNonNullElse(draft.type(), type);
        projectName = draft.projectName();
        clientName = draft.clientName();
        clientEmail = draft.clientEmail();
        amount = draft.amount();
        currency = draft.currency();
        description = draft.description();
        dueOnDate = draft.dueDate() != null;
        dueDate = draft.dueDate();
        sendEmail = draft.sendEmail();
    }

    /** Takes what was chosen between. */
    void choose(@Nullable String chosenType, @Nullable String chosenDue) {
        type = chosenType == null ? "" : chosenType;
        dueOnDate = "date".equals(chosenDue);
    }

    /** What is to be checked: of the fields for the due date only the chosen one, and none for a link. */
    PaymentDraft draft() {
        return new PaymentDraft(
                type,
                projectName,
                clientName,
                clientEmail,
                amount,
                currency,
                description,
                isInvoice() && !dueOnDate ? Objects.requireNonNullElse(dueDays, NOTHING) : null,
                isInvoice() && dueOnDate ? Objects.requireNonNullElse(dueDate, NOTHING) : null,
                sendEmail);
    }

    /** All that the form says. */
    List<@Nullable Object> said(@Nullable String replaces) {
        PaymentDraft draft = draft();
        return Arrays.asList(
                draft.type(),
                draft.projectName(),
                draft.clientName(),
                draft.clientEmail(),
                draft.amount(),
                draft.currency(),
                draft.description(),
                draft.dueDays(),
                draft.dueDate(),
                draft.sendEmail(),
                replaces);
    }

    public boolean isInvoice() {
        return PaymentType.INVOICE.code().equals(type);
    }

    public @Nullable String getProjectName() {
        return projectName;
    }

    public void setProjectName(@Nullable String projectName) {
        this.projectName = projectName;
    }

    public @Nullable String getClientName() {
        return clientName;
    }

    public void setClientName(@Nullable String clientName) {
        this.clientName = clientName;
    }

    public @Nullable String getClientEmail() {
        return clientEmail;
    }

    public void setClientEmail(@Nullable String clientEmail) {
        this.clientEmail = clientEmail;
    }

    public @Nullable String getAmount() {
        return amount;
    }

    public void setAmount(@Nullable String amount) {
        this.amount = amount == null ? null : amount.strip();
    }

    public @Nullable String getCurrency() {
        return currency;
    }

    public void setCurrency(@Nullable String currency) {
        this.currency = currency;
    }

    public @Nullable String getDescription() {
        return description;
    }

    public void setDescription(@Nullable String description) {
        this.description = description;
    }

    public boolean isDueOnDate() {
        return dueOnDate;
    }

    public @Nullable String getDueDays() {
        return dueDays;
    }

    public void setDueDays(@Nullable String dueDays) {
        this.dueDays = dueDays;
    }

    public @Nullable String getDueDate() {
        return dueDate;
    }

    public void setDueDate(@Nullable String dueDate) {
        this.dueDate = dueDate;
    }

    public boolean isSendEmail() {
        return sendEmail;
    }

    public void setSendEmail(boolean sendEmail) {
        this.sendEmail = sendEmail;
    }
}
