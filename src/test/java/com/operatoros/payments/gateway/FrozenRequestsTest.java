package com.operatoros.payments.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.operatoros.payments.money.Currency;
import com.operatoros.payments.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A request that is read from its row is the one that was written (rule G3). */
class FrozenRequestsTest {

    private static final UUID PAYMENT = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final Money AMOUNT = new Money(1999, Currency.EUR);

    @Test
    void a_link_stays_as_it_was_asked_for() {
        LinkRequest asked = new LinkRequest(PAYMENT, "OP-1001", "Website", "All \"pages\"", AMOUNT, "Withdrawn.", null);

        assertEquals(asked, LinkRequest.fromJson(asked.toJson()));
    }

    @Test
    void an_invoice_stays_as_it_was_asked_for_also_where_something_is_left_out() {
        InvoiceRequest whole = anInvoice("Client GmbH", "IBAN on request");
        InvoiceRequest bare = anInvoice(null, null);

        assertEquals(whole, InvoiceRequest.fromJson(whole.toJson()));
        assertEquals(bare, InvoiceRequest.fromJson(bare.toJson()));
    }

    private static InvoiceRequest anInvoice(@Nullable String clientName, @Nullable String footer) {
        Instant due = Instant.parse("2026-12-01T22:59:59Z");
        String email = "client@example.com";
        return new InvoiceRequest(
                PAYMENT, "OP-1001", "Website", "All pages", AMOUNT, clientName, email, due, footer, false, true);
    }

    @Test
    void a_refund_stays_as_it_was_asked_for() {
        RefundRequest asked = aRefund("requested_by_customer");
        RefundRequest unexplained = aRefund(null);

        assertEquals(asked, RefundRequest.fromJson(asked.toJson()));
        assertEquals(unexplained, RefundRequest.fromJson(unexplained.toJson()));
    }

    private static RefundRequest aRefund(@Nullable String reason) {
        List<RefundRequest.Part> parts = List.of(
                new RefundRequest.Part(new IntentId("pi_1"), new Money(1500, Currency.EUR)),
                new RefundRequest.Part(new IntentId("pi_2"), new Money(499, Currency.EUR)));
        return new RefundRequest(PAYMENT, "OP-1001", "1", AMOUNT, reason, parts);
    }
}
