package com.operatoros.payments.payment;

import com.operatoros.payments.money.Currency;
import java.time.ZoneId;

/**
 * What the settings say about billing.
 *
 * @param businessName who bills; empty when it is not set
 * @param zone where the business is: a day begins and ends there
 * @param publicUrl where browsers reach us, without a slash at the end
 * @param node the name of this server, unique among those that share the database
 */
public record BillingProfile(
        String businessName, ZoneId zone, Currency defaultCurrency, String publicUrl, String node) {

    /** The client's own stable address of a payment. */
    public String payUrl(Payment payment) {
        return publicUrl + "/pay/" + payment.payToken();
    }
}
