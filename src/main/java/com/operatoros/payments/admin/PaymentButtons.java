package com.operatoros.payments.admin;

import com.operatoros.payments.payment.ActionResult;
import com.operatoros.payments.payment.FieldError;
import com.operatoros.payments.payment.Initiator;
import com.operatoros.payments.payment.NoteDraft;
import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.PaymentAction;
import com.operatoros.payments.payment.PaymentActions;
import com.operatoros.payments.payment.PaymentCreation;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The buttons on the page of one payment; each leads to a page that tells how it ended. */
@Named
@RequestScoped
public class PaymentButtons {

    @EJB
    private PaymentActions actions;

    @EJB
    private PaymentCreation creation;

    @Inject
    private FormRequest request;

    @Inject
    private PaymentDetailPage page;

    private @Nullable String note;

    /**
     * Does what a button says; it is not bound to the button, since the payment may have moved on and not show it any more.
     *
     * @param code the code of the action
     */
    public @Nullable String press(String code) {
        Payment payment = page.getPayment();
        Optional<PaymentAction> action = Arrays.stream(PaymentAction.values())
                .filter(each -> each.code().equals(code))
                .findFirst();
        if (payment == null || action.isEmpty()) {
            page.check();
            return null;
        }
        UUID id = payment.id();
        return switch (action.get()) {
            case RESEND -> act(id, action.get(), by -> actions.resend(id, by));
            case CANCEL -> act(id, action.get(), by -> actions.cancel(id, by));
            case MARK_PAID -> markPaid(id);
            case DUPLICATE -> send(id, action.get(), by -> PaymentAddress.of(creation.duplicate(id, by)));
            case REPLACE -> null;
        };
    }

    /** With an error in the note the question comes again. */
    private @Nullable String markPaid(UUID id) {
        NoteDraft draft = new NoteDraft(note);
        List<FieldError> errors = draft.errors();
        if (errors.isEmpty()) {
            return act(id, PaymentAction.MARK_PAID, by -> actions.markPaid(id, draft.text(), by));
        }
        errors.forEach(FieldMessages::show);
        page.setConfirm(PaymentAction.MARK_PAID.code());
        return null;
    }

    private String act(UUID id, PaymentAction action, Function<Initiator, ActionResult> deed) {
        return send(id, action, by -> PaymentAddress.of(id, action, Ending.of(deed.apply(by))));
    }

    private String send(UUID id, PaymentAction action, Function<Initiator, String> deed) {
        String said = action == PaymentAction.MARK_PAID ? note : null;
        String destination = request.once(action.code(), Arrays.asList(id, said), deed::apply);
        Ending obstacle = request.getObstacle().equals("taken") ? Ending.TAKEN : Ending.BUSY;
        return destination == null ? PaymentAddress.of(id, action, obstacle) : destination;
    }

    public @Nullable String getNote() {
        return note;
    }

    public void setNote(@Nullable String note) {
        this.note = note;
    }
}
