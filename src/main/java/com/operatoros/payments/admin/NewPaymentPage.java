package com.operatoros.payments.admin;

import com.operatoros.payments.money.Currency;
import com.operatoros.payments.payment.BillingProfile;
import com.operatoros.payments.payment.CreationResult;
import com.operatoros.payments.payment.FieldError;
import com.operatoros.payments.payment.PaymentCreation;
import com.operatoros.payments.payment.PaymentDraft;
import com.operatoros.payments.payment.PaymentOrder;
import com.operatoros.payments.payment.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The form that creates a payment. Its fields bear the names that the checks give them. */
@Named
@RequestScoped
public class NewPaymentPage {

    @EJB
    private PaymentCreation creation;

    @Inject
    private BillingProfile profile;

    @Inject
    private Shell shell;

    private @Nullable String projectName;
    private @Nullable String clientName;
    private @Nullable String clientEmail;
    private @Nullable String amount;
    private @Nullable String currency;
    private @Nullable String description;
    private List<FieldError> errors = List.of();
    private CreationResult.@Nullable Refused refusal;

    @PostConstruct
    void preset() {
        currency = profile.defaultCurrency().code();
    }

    /**
     * Creates the payment and leads to its page; with an error the form comes again as it was filled in.
     *
     * @param type the code of the chosen type
     */
    public @Nullable String create(@Nullable String type) {
        PaymentDraft draft =
                new PaymentDraft(type, projectName, clientName, clientEmail, amount, currency, description);
        PaymentDraft.Checked checked = draft.check(profile.defaultCurrency());
        if (checked instanceof PaymentDraft.Checked.Valid valid) {
            return order(valid.order());
        }
        if (checked instanceof PaymentDraft.Checked.Invalid invalid) {
            errors = invalid.errors();
            errors.forEach(NewPaymentPage::show);
        }
        return null;
    }

    private @Nullable String order(PaymentOrder order) {
        CreationResult result = creation.create(order, String.valueOf(shell.userName()));
        if (result instanceof CreationResult.Refused refused) {
            refusal = refused;
            return null;
        }
        String page =
                "/admin/payment?faces-redirect=true&id=" + result.payment().id();
        return result instanceof CreationResult.Created ? page + "&created=true" : page;
    }

    private static void show(FieldError error) {
        FacesContext context = FacesContext.getCurrentInstance();
        String text = Texts.in(context.getViewRoot().getLocale()).get(error);
        context.addMessage(error.field(), new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
    }

    /** The first field that must be corrected; empty when none must. */
    public String getFirstError() {
        return errors.isEmpty() ? "" : errors.get(0).field();
    }

    /** What the gateway refused, if it did. */
    public CreationResult.@Nullable Refused getRefusal() {
        return refusal;
    }

    /** The codes of all currencies, the business's own first. */
    public List<Currency> getCurrencies() {
        Currency own = profile.defaultCurrency();
        return Stream.concat(Stream.of(own), Stream.of(Currency.values()).filter(other -> other != own))
                .toList();
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
}
