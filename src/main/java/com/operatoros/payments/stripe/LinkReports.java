package com.operatoros.payments.stripe;

import com.operatoros.payments.gateway.GatewayReport;
import com.operatoros.payments.gateway.LinkId;
import com.operatoros.payments.gateway.LinkState;
import com.stripe.model.PaymentLink;
import java.util.Optional;

/** Reads the events of a payment link. */
final class LinkReports {

    private LinkReports() {}

    static Optional<GatewayReport> find(String type, PaymentLink link) {
        if (!type.equals("payment_link.updated")) {
            return Optional.empty();
        }
        if (link.getActive() == null || AttemptReading.isMissing(link.getId())) {
            return Optional.of(new GatewayReport.Unclear());
        }
        return Optional.of(
                new GatewayReport.LinkChanged(new LinkId(link.getId()), new LinkState(link.getActive(), isUsed(link))));
    }

    static boolean isUsed(PaymentLink link) {
        if (link.getRestrictions() == null || link.getRestrictions().getCompletedSessions() == null) {
            return false;
        }
        PaymentLink.Restrictions.CompletedSessions sessions =
                link.getRestrictions().getCompletedSessions();
        return sessions.getCount() != null && sessions.getLimit() != null && sessions.getCount() >= sessions.getLimit();
    }
}
