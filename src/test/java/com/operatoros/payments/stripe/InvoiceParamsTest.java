package com.operatoros.payments.stripe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.operatoros.payments.gateway.CustomerId;
import com.operatoros.payments.gateway.InvoiceId;
import com.operatoros.payments.gateway.InvoiceRequest;
import com.operatoros.payments.money.Currency;
import com.operatoros.payments.money.Money;
import com.stripe.param.InvoiceCreateParams;
import com.stripe.param.InvoiceItemCreateParams;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InvoiceParamsTest {

    private static final UUID PAYMENT = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final Instant DUE = Instant.parse("2026-12-24T04:59:59Z");

    @Test
    void a_draft_waits_for_us_and_is_due_at_the_end_of_the_day() {
        InvoiceCreateParams draft = InvoiceParams.draft(request("AI Consulting"), new CustomerId("cus_1"));

        assertEquals(DUE.getEpochSecond(), draft.getDueDate());
        assertFalse(draft.getAutoAdvance());
        assertEquals("send_invoice", draft.getCollectionMethod().getValue());
        assertEquals("exclude", draft.getPendingInvoiceItemsBehavior().getValue());
    }

    @Test
    void the_line_is_put_onto_the_draft_over_the_exact_amount() {
        InvoiceItemCreateParams item =
                InvoiceParams.item(request("AI Consulting"), new CustomerId("cus_1"), new InvoiceId("in_1"));

        assertEquals("in_1", item.getInvoice());
        assertEquals(250_000, item.getAmount());
        assertEquals("usd", item.getCurrency());
    }

    @Test
    @SuppressWarnings("unchecked")
    void a_long_name_is_cut_to_what_stripe_takes_without_tearing_a_character_apart() {
        InvoiceCreateParams draft = InvoiceParams.draft(request("x" + "😀".repeat(199)), new CustomerId("cus_1"));

        assertEquals(
                "x" + "😀".repeat(69),
                ((List<InvoiceCreateParams.CustomField>) draft.getCustomFields())
                        .get(0)
                        .getValue());
        Map<String, String> metadata = (Map<String, String>) draft.getMetadata();
        assertEquals("x" + "😀".repeat(199), metadata.get("operatoros_project"));
    }

    private static InvoiceRequest request(String project) {
        return new InvoiceRequest(
                PAYMENT,
                "OP-1001",
                project,
                "Two days",
                new Money(250_000, Currency.USD),
                "Demo Corp",
                "demo@example.com",
                DUE,
                "Studio",
                true,
                true);
    }
}
