package com.operatoros.payments.api;

import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.PaymentType;
import com.operatoros.payments.payment.draft.PaymentDraft;
import java.time.LocalDate;

/** Reads drafts of payments from the bodies of calls. */
final class DraftCall {

    private static final String DUE_DAYS = "due_days";
    private static final String DUE_DATE = "due_date";

    private DraftCall() {}

    static PaymentDraft create(JsonBody body) {
        String type = body.text("type");
        return new PaymentDraft(
                type != null ? type : body.text("payment_type"),
                body.text("project_name"),
                body.text("client_name"),
                body.text("client_email"),
                body.amount("amount"),
                body.text("currency"),
                body.text("description"),
                body.wholeNumber(DUE_DAYS),
                body.text(DUE_DATE),
                body.flag("send_email", true));
    }

    /** What the body does not say is as it was; a due date that has passed becomes today. */
    static PaymentDraft replace(JsonBody body, Payment old, LocalDate today) {
        PaymentDraft before = PaymentDraft.of(old, today);
        String type = body.textOr("type", body.textOr("payment_type", before.type()));
        boolean isInvoice = PaymentType.INVOICE.code().equals(type);
        boolean saysWhenDue = body.has(DUE_DAYS) || body.has(DUE_DATE);
        return new PaymentDraft(
                type,
                body.textOr("project_name", before.projectName()),
                body.textOr("client_name", before.clientName()),
                body.textOr("client_email", before.clientEmail()),
                body.has("amount") ? body.amount("amount") : before.amount(),
                body.textOr("currency", before.currency()),
                body.textOr("description", before.description()),
                body.wholeNumber(DUE_DAYS),
                saysWhenDue || !isInvoice ? body.text(DUE_DATE) : before.dueDate(),
                body.flag("send_email", before.sendEmail()));
    }
}
