package com.operatoros.payments.business;

import com.operatoros.payments.money.Currency;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A summary of what the settings say about billing.
 *
 * @param zone where the business is: a day begins and ends there
 * @param defaultDueDays how many days after today an invoice is due when nothing else is asked for
 * @param publicUrl where browsers reach us, without a slash at the end
 * @param node the name of this server, unique among those that share the database
 * @param isLive whether real money moves
 */
public record BillingProfile(
        Business business,
        ZoneId zone,
        Currency defaultCurrency,
        int defaultDueDays,
        InvoiceMailer invoiceMailer,
        String publicUrl,
        String node,
        boolean isLive) {

    /** The day that it is where the business is. */
    public LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /** Who bills; empty when it is not set. */
    public String businessName() {
        return business.name();
    }

    /** The client's own stable address of a payment. */
    public String payUrl(String payToken) {
        return publicUrl + "/pay/" + payToken;
    }

    /** Whether the mail that brings a payment of a mode to the client is ours to send; links always are. */
    public boolean mails(boolean isLink, boolean live) {
        return isLink || invoiceMailer.isOurs(live);
    }
}
