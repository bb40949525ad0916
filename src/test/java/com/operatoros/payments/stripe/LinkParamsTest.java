package com.operatoros.payments.stripe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.operatoros.payments.gateway.LinkRequest;
import com.operatoros.payments.money.Currency;
import com.operatoros.payments.money.Money;
import com.stripe.param.PaymentLinkCreateParams;
import com.stripe.param.PaymentLinkCreateParams.LineItem.PriceData;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LinkParamsTest {

    private static final UUID PAYMENT = UUID.fromString("00000000-0000-4000-8000-000000000001");

    @Test
    void a_link_is_for_one_payment_of_the_exact_amount() {
        PaymentLinkCreateParams params = params("Website", "All pages");
        PriceData price = params.getLineItems().get(0).getPriceData();

        assertEquals(1999, price.getUnitAmount());
        assertEquals("eur", price.getCurrency());
        assertEquals("Website", price.getProductData().getName());
        assertEquals("All pages", price.getProductData().getDescription());
        assertEquals(1, params.getRestrictions().getCompletedSessions().getLimit());
    }

    @Test
    void the_payment_is_named_on_the_link_and_on_its_intents() {
        PaymentLinkCreateParams params = params("Website", "All pages");

        assertEquals(PAYMENT.toString(), params.getMetadata().get("operatoros_payment_id"));
        assertEquals(
                PAYMENT.toString(), params.getPaymentIntentData().getMetadata().get("operatoros_payment_id"));
    }

    @Test
    void a_description_that_repeats_the_name_is_left_out() {
        PriceData price = params("Website", "Website").getLineItems().get(0).getPriceData();

        assertNull(price.getProductData().getDescription());
    }

    private static PaymentLinkCreateParams params(String project, String description) {
        Money amount = new Money(1999, Currency.EUR);
        return LinkParams.of(new LinkRequest(PAYMENT, "OP-1001", project, description, amount, "Withdrawn.", null));
    }
}
