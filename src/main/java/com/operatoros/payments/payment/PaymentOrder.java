package com.operatoros.payments.payment;

import com.operatoros.payments.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A checked wish of the admin to be paid: every field is valid.
 *
 * @param dueDate the last day to pay an invoice, in the business's zone; null for a link
 * @param sendEmail whether the client gets it by e-mail
 */
public record PaymentOrder(
        PaymentType type,
        String projectName,
        @Nullable String clientName,
        String clientEmail,
        Money amount,
        String description,
        @Nullable LocalDate dueDate,
        boolean sendEmail) {}
