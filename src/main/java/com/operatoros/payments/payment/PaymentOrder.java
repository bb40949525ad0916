package com.operatoros.payments.payment;

import com.operatoros.payments.money.Money;
import org.jspecify.annotations.Nullable;

/** A checked wish of the admin to be paid: every field is valid. */
public record PaymentOrder(
        PaymentType type,
        String projectName,
        @Nullable String clientName,
        String clientEmail,
        Money amount,
        String description) {}
