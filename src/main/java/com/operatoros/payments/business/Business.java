package com.operatoros.payments.business;

import org.jspecify.annotations.Nullable;

/**
 * A business that bills, as clients read it on mails, invoices and pages.
 *
 * @param name empty when it is not set
 * @param address may have several lines
 * @param footer what stands at the foot of each invoice
 */
public record Business(
        String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String address,
        @Nullable String taxId,
        @Nullable String website,
        @Nullable String footer) {}
