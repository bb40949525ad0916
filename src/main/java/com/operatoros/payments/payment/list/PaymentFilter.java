package com.operatoros.payments.payment.list;

import com.operatoros.payments.payment.PaymentType;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A filter that tells which payments are looked for; null stands for all.
 *
 * @param text part of the project, client, e-mail, reference, invoice number or an id of Stripe, taken literally
 * @param client a client's e-mail address
 * @param from the first day of creation, in the business's zone
 * @param to the last day of creation, in the business's zone
 */
public record PaymentFilter(
        @Nullable StatusFilter status,
        @Nullable PaymentType type,
        @Nullable String text,
        @Nullable String project,
        @Nullable String client,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        PaymentSort sort) {

    /** All payments, the newest first. */
    public static PaymentFilter newestFirst() {
        return new PaymentFilter(null, null, null, null, null, null, null, PaymentSort.CREATED_DESC);
    }
}
