package com.operatoros.payments.admin;

import com.operatoros.payments.business.BillingProfile;
import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.PaymentOrder;
import com.operatoros.payments.payment.PaymentQueries;
import com.operatoros.payments.payment.action.ActionResult;
import com.operatoros.payments.payment.action.CreationResult;
import com.operatoros.payments.payment.action.PaymentAction;
import com.operatoros.payments.payment.action.PaymentActions;
import com.operatoros.payments.payment.action.PaymentCreation;
import com.operatoros.payments.payment.draft.Checked;
import com.operatoros.payments.payment.draft.PaymentDraft;
import com.operatoros.payments.request.Initiator;
import com.operatoros.payments.text.FieldError;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The form that creates a payment, or the correction of one. Its fields bear the names that the checks give them. Long
 * since it leads through all ends that a creation and a correction can come to.
 */
@Named
@RequestScoped
public class NewPaymentPage {

    @EJB
    private PaymentCreation creation;

    @EJB
    private PaymentQueries queries;

    @EJB
    private PaymentActions actions;

    @Inject
    private BillingProfile profile;

    @Inject
    private Clock clock;

    @Inject
    private FormRequest request;

    @Inject
    private Preview preview;

    private PaymentForm form = new PaymentForm();
    private @Nullable String replaces;
    private @Nullable Payment replaced;
    private List<FieldError> errors = List.of();
    private CreationResult.@Nullable Refused refusal;

    @PostConstruct
    void preset() {
        form = PaymentForm.preset(profile);
    }

    /** Fills in the payment that is to be corrected; one that can't be corrected says so on its own page. */
    public @Nullable String load() {
        UUID id = PaymentAddress.readId(replaces).orElse(null);
        if (id == null) {
            replaces = null;
            return null;
        }
        replaced = queries.find(id)
                .filter(payment -> actions.allowed(payment).contains(PaymentAction.REPLACE))
                .orElse(null);
        if (replaced == null) {
            return PaymentAddress.of(id, PaymentAction.REPLACE, ActionEnd.NOT_ALLOWED);
        }
        form.fill(PaymentDraft.of(replaced, profile.today(clock)));
        return null;
    }

    /**
     * Creates the payment and leads to its page; with an error the form comes again as it was filled in.
     *
     * @param type the code of the chosen type
     * @param due which of the fields for the due date counts
     */
    public @Nullable String create(@Nullable String type, @Nullable String due) {
        form.choose(type, due);
        replaced = PaymentAddress.readId(replaces).flatMap(queries::find).orElse(null);
        return request.once("create", form.said(replaces), this::check);
    }

    /** Shows what would come of the form as it is filled in, and creates nothing. */
    public void preview(@Nullable String type, @Nullable String due) {
        form.choose(type, due);
        replaced = PaymentAddress.readId(replaces).flatMap(queries::find).orElse(null);
        preview.understand(
                form.draft().understoodAmount(profile.defaultCurrency()).orElse(null));
        check().ifPresent(preview::show);
    }

    private @Nullable String check(Initiator by) {
        return check().map(order -> replaces == null ? order(order, by) : replace(replaced, order, by))
                .orElse(null);
    }

    private Optional<PaymentOrder> check() {
        Checked<PaymentOrder> checked = form.draft().check(PaymentDraft.Terms.of(profile, clock));
        errors = checked.errors();
        errors.forEach(FieldMessages::show);
        return checked.value();
    }

    private @Nullable String order(PaymentOrder order, Initiator by) {
        CreationResult result = creation.create(order, by);
        refusal = result.refusal().orElse(null);
        if (refusal == null) {
            return PaymentAddress.of(result);
        }
        request.leadLater(PaymentAddress.of(result));
        return null;
    }

    /** A correction that was refused tells it on its own page, and can be corrected in turn. */
    private @Nullable String replace(@Nullable Payment old, PaymentOrder order, Initiator by) {
        if (old == null) {
            return null;
        }
        ActionResult result = actions.replace(old.id(), order, by);
        return result.payment().id().equals(old.id())
                ? PaymentAddress.of(old.id(), PaymentAction.REPLACE, ActionEnd.of(result))
                : PaymentAddress.of(CreationResult.of(result.payment()));
    }

    /** The first field that must be corrected; empty when none must. */
    public String getFirstError() {
        return errors.isEmpty() ? "" : errors.get(0).field();
    }

    /** What the gateway refused, if it did. */
    public CreationResult.@Nullable Refused getRefusal() {
        return refusal;
    }

    public PaymentForm getForm() {
        return form;
    }

    /** The payment that is to be corrected; null when a new one is made. */
    public @Nullable Payment getReplaced() {
        return replaced;
    }

    public @Nullable String getReplaces() {
        return replaces;
    }

    public void setReplaces(@Nullable String replaces) {
        this.replaces = replaces;
    }
}
