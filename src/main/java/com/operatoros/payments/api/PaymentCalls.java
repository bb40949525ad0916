package com.operatoros.payments.api;

import com.operatoros.payments.business.BillingProfile;
import com.operatoros.payments.payment.Attention;
import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.PaymentNotFound;
import com.operatoros.payments.payment.PaymentOrder;
import com.operatoros.payments.payment.PaymentQueries;
import com.operatoros.payments.payment.action.ActionResult;
import com.operatoros.payments.payment.action.CreationResult;
import com.operatoros.payments.payment.action.PaymentActions;
import com.operatoros.payments.payment.action.PaymentCreation;
import com.operatoros.payments.payment.draft.Checked;
import com.operatoros.payments.payment.draft.NoteDraft;
import com.operatoros.payments.payment.draft.OutsideDraft;
import com.operatoros.payments.payment.draft.PaymentDraft;
import com.operatoros.payments.payment.draft.RefundDraft;
import com.operatoros.payments.text.FieldError;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Carries out what calls do to payments, behind each of their addresses. Long since each call has a method of its own.
 */
@ApplicationScoped
class PaymentCalls {

    @EJB
    private PaymentCreation creation;

    @EJB
    private PaymentActions actions;

    @EJB
    private PaymentQueries queries;

    @Inject
    private BillingProfile profile;

    @Inject
    private Clock clock;

    @Inject
    private Caller caller;

    @Inject
    private PaymentJson json;

    Response create(JsonBody body, SecurityContext security) {
        return created(creation.create(order(body, DraftCall.create(body)), caller.initiator(security)));
    }

    Response duplicate(UUID id, SecurityContext security) {
        return created(creation.duplicate(id, caller.initiator(security)));
    }

    Response replace(UUID id, JsonBody body, SecurityContext security) {
        Payment old = queries.find(id).orElseThrow(() -> new PaymentNotFound(id));
        PaymentOrder order = order(body, DraftCall.replace(body, old, profile.today(clock)));
        return acted(actions.replace(id, order, caller.initiator(security)), Response.Status.CREATED);
    }

    Response cancel(UUID id, SecurityContext security) {
        return acted(actions.cancel(id, caller.initiator(security)), Response.Status.OK);
    }

    Response giveUp(UUID id, SecurityContext security) {
        return acted(actions.giveUp(id, caller.initiator(security)), Response.Status.OK);
    }

    Response resend(UUID id, SecurityContext security) {
        return acted(actions.resend(id, caller.initiator(security)), Response.Status.OK);
    }

    Response markPaid(UUID id, JsonBody body, SecurityContext security) {
        OutsideDraft draft = new OutsideDraft(body.amount("amount"), body.text("note"));
        OutsideDraft.Wanted wanted = valid(body, draft.check(queries.outstanding(id), queries.isLink(id)));
        return acted(
                actions.markPaid(id, wanted.amount(), wanted.note(), caller.initiator(security)), Response.Status.OK);
    }

    Response accept(UUID id, JsonBody body, SecurityContext security) {
        NoteDraft note = new NoteDraft(body.text("note"));
        List<FieldError> errors = merge(body.errors(), note.errorsOfRequired());
        if (!errors.isEmpty()) {
            throw Problem.fields(errors);
        }
        return acted(actions.accept(id, String.valueOf(note.text()), caller.initiator(security)), Response.Status.OK);
    }

    Response resolve(UUID id, JsonBody body, SecurityContext security) {
        return acted(
                actions.resolve(id, EnumSet.allOf(Attention.class), note(body), caller.initiator(security)),
                Response.Status.OK);
    }

    private static @Nullable String note(JsonBody body) {
        NoteDraft note = new NoteDraft(body.text("note"));
        List<FieldError> errors = merge(body.errors(), note.errors());
        if (!errors.isEmpty()) {
            throw Problem.fields(errors);
        }
        return note.text();
    }

    Response refund(UUID id, JsonBody body, SecurityContext security) {
        RefundDraft draft = new RefundDraft(body.amount("amount"), body.text("reason"));
        RefundDraft.Wanted wanted = valid(body, draft.check(queries.refundable(id)));
        return acted(
                actions.refund(id, wanted.amount(), wanted.reason(), caller.initiator(security)), Response.Status.OK);
    }

    private PaymentOrder order(JsonBody body, PaymentDraft draft) {
        return valid(body, draft.check(PaymentDraft.Terms.of(profile, clock)));
    }

    private static <T> T valid(JsonBody body, Checked<T> checked) {
        List<FieldError> errors = merge(body.errors(), checked.errors());
        return checked.value().filter(value -> errors.isEmpty()).orElseThrow(() -> Problem.fields(errors));
    }

    /** A field of the wrong type is also missing: only the first is told. */
    private static List<FieldError> merge(List<FieldError> first, List<FieldError> second) {
        Map<String, FieldError> byField = new LinkedHashMap<>();
        first.forEach(error -> byField.putIfAbsent(error.field(), error));
        second.forEach(error -> byField.putIfAbsent(error.field(), error));
        return new ArrayList<>(byField.values());
    }

    private Response created(CreationResult result) {
        return result.tellTo(new CreationAnswer(json.of(result.payment())));
    }

    private Response acted(ActionResult result, Response.Status done) {
        return result.tellTo(new ActionAnswer(json.of(result.payment()), done));
    }

    /** Reads an id; one that can't be ours is not found. */
    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Problem.of(Response.Status.NOT_FOUND, "There is none of this id.");
        }
    }
}
