package com.operatoros.payments.gateway;

import com.operatoros.payments.money.Amount;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A report of the gateway about a credit note on an invoice.
 *
 * @param beforePayment what it takes off the invoice before it is paid; what it gives back afterwards is told by its refund
 * @param voidedAt when it was taken back; null while it holds
 */
public record CreditNoteReport(
        String noteId,
        InvoiceId invoiceId,
        Amount beforePayment,
        @Nullable String number,
        Instant createdAt,
        @Nullable Instant voidedAt) {}
