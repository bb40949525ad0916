package com.operatoros.payments.admin;

import com.operatoros.payments.payment.Attention;
import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.PaymentQueries;
import com.operatoros.payments.payment.action.ActionResult;
import com.operatoros.payments.payment.action.PaymentAction;
import com.operatoros.payments.payment.action.PaymentActions;
import com.operatoros.payments.payment.action.PaymentCreation;
import com.operatoros.payments.payment.draft.Checked;
import com.operatoros.payments.payment.draft.NoteDraft;
import com.operatoros.payments.payment.draft.OutsideDraft;
import com.operatoros.payments.payment.draft.RefundDraft;
import com.operatoros.payments.request.Initiator;
import com.operatoros.payments.text.FieldError;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The buttons on the page of one payment; each leads to a page that tells how it ended. Long since each button asks
 * another service, and those with fields check them first.
 */
@Named
@RequestScoped
public class PaymentButtons {

    @EJB
    private PaymentActions actions;

    @EJB
    private PaymentCreation creation;

    @EJB
    private PaymentQueries queries;

    @Inject
    private FormRequest request;

    @Inject
    private PaymentPage page;

    @Inject
    private RefundForm refund;

    @Inject
    private SettleForm settle;

    @Inject
    private HttpServletRequest sent;

    private @Nullable String seenNote;
    private Set<Attention> seen = Set.of();

    /** Fields of a question that the page shows no more are not read by it; what was asked for is then still the same. */
    @PostConstruct
    void read() {
        seenNote = read("seen_note");
        List<String> codes = Arrays.asList(String.valueOf(read("seen")).split(","));
        seen = Arrays.stream(Attention.values())
                .filter(reason -> codes.contains(reason.code()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Attention.class)));
    }

    private @Nullable String read(String name) {
        String value = sent.getParameter(name);
        return value == null || value.isBlank() ? null : value;
    }

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
            case GIVE_UP -> act(id, action.get(), by -> actions.giveUp(id, by));
            case MARK_PAID -> markPaid(id);
            case ACCEPT -> accept(id);
            case REFUND -> refund(id);
            case RESOLVE -> resolve(id);
            case DUPLICATE -> send(id, action.get(), by -> PaymentAddress.of(creation.duplicate(id, by)));
            case REPLACE -> null;
        };
    }

    private @Nullable String markPaid(UUID id) {
        List<FieldError> errors = new ArrayList<>();
        String destination = send(id, PaymentAction.MARK_PAID, by -> markPaid(id, by, errors));
        return errors.isEmpty() ? destination : ask(PaymentAction.MARK_PAID, SettleForm.placed(errors));
    }

    /** It is checked in here: when the same request comes once more, less is owed. */
    private @Nullable String markPaid(UUID id, Initiator by, List<FieldError> errors) {
        Checked<OutsideDraft.Wanted> checked = settle.outside().check(queries.outstanding(id), queries.isLink(id));
        errors.addAll(checked.errors());
        return checked.value()
                .map(wanted -> actions.markPaid(id, wanted.amount(), wanted.note(), by))
                .map(result -> PaymentAddress.of(id, PaymentAction.MARK_PAID, ActionEnd.of(result)))
                .orElse(null);
    }

    private @Nullable String accept(UUID id) {
        NoteDraft draft = settle.acceptance();
        List<FieldError> errors = draft.errorsOfRequired();
        if (errors.isEmpty()) {
            return act(id, PaymentAction.ACCEPT, by -> actions.accept(id, String.valueOf(draft.text()), by));
        }
        return ask(
                PaymentAction.ACCEPT,
                errors.stream().map(error -> error.at("accept_note")).toList());
    }

    private @Nullable String resolve(UUID id) {
        NoteDraft draft = new NoteDraft(seenNote);
        List<FieldError> errors = draft.errors();
        if (errors.isEmpty()) {
            return act(id, PaymentAction.RESOLVE, by -> actions.resolve(id, seen, draft.text(), by));
        }
        return ask(
                PaymentAction.RESOLVE,
                errors.stream().map(error -> error.at("seen_note")).toList());
    }

    private @Nullable String refund(UUID id) {
        List<FieldError> errors = new ArrayList<>();
        String destination = send(id, PaymentAction.REFUND, by -> refund(id, by, errors));
        return errors.isEmpty() ? destination : ask(PaymentAction.REFUND, errors);
    }

    /** It is checked in here: when the same request comes once more, less is left. */
    private @Nullable String refund(UUID id, Initiator by, List<FieldError> errors) {
        Checked<RefundDraft.Wanted> checked = refund.draft().check(queries.refundable(id));
        errors.addAll(checked.errors());
        return checked.value()
                .map(wanted -> actions.refund(id, wanted.amount(), wanted.reason(), by))
                .map(result -> PaymentAddress.of(id, PaymentAction.REFUND, ActionEnd.of(result)))
                .orElse(null);
    }

    /** With an error in a field the question comes again. */
    private @Nullable String ask(PaymentAction action, List<FieldError> errors) {
        errors.forEach(FieldMessages::show);
        page.setConfirm(action.code());
        return null;
    }

    private String act(UUID id, PaymentAction action, Function<Initiator, ActionResult> deed) {
        return send(id, action, by -> PaymentAddress.of(id, action, ActionEnd.of(deed.apply(by))));
    }

    private String send(UUID id, PaymentAction action, Function<Initiator, @Nullable String> deed) {
        String destination = request.once(action.code(), said(id, action), deed);
        ActionEnd obstacle = request.getObstacle().equals("taken") ? ActionEnd.TAKEN : ActionEnd.BUSY;
        return destination == null ? PaymentAddress.of(id, action, obstacle) : destination;
    }

    /** What tells one request of the same form apart from another. */
    private List<@Nullable Object> said(UUID id, PaymentAction action) {
        return switch (action) {
            case MARK_PAID, ACCEPT -> Arrays.asList(id, settle.said());
            case RESOLVE -> Arrays.asList(id, seenNote, seen);
            case REFUND -> Arrays.asList(id, refund.said());
            case RESEND, CANCEL, GIVE_UP, DUPLICATE, REPLACE -> Arrays.asList(id, null);
        };
    }

    /** What needs attention as the page shows it. */
    public String getShown() {
        Payment payment = page.getPayment();
        return payment == null
                ? ""
                : payment.outcome().attention().stream()
                        .map(Attention::code)
                        .sorted()
                        .collect(Collectors.joining(","));
    }

    public @Nullable String getSeenNote() {
        return seenNote;
    }

    public void setSeenNote(@Nullable String seenNote) {
        this.seenNote = seenNote;
    }
}
