package com.operatoros.payments.stripe;

import com.operatoros.payments.gateway.LinkRequest;
import com.stripe.model.PaymentLink;
import com.stripe.param.PaymentLinkCreateParams;
import com.stripe.param.PaymentLinkCreateParams.LineItem;
import com.stripe.param.PaymentLinkCreateParams.LineItem.PriceData;
import com.stripe.param.PaymentLinkCreateParams.LineItem.PriceData.ProductData;
import com.stripe.param.PaymentLinkCreateParams.PaymentIntentData;
import com.stripe.param.PaymentLinkCreateParams.Restrictions;
import com.stripe.param.PaymentLinkCreateParams.Restrictions.CompletedSessions;
import com.stripe.param.PaymentLinkListParams;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The parameters of a link that can be paid once. */
final class LinkParams {

    /** The most that Stripe lists at once. */
    static final long PAGE = 100;

    /** Tells a link that has taken the place of the payment's first one from that one. */
    private static final String MARK = "operatoros_mark";

    private LinkParams() {}

    /** Whether a link was made for this request. */
    static boolean isOf(PaymentLink link, LinkRequest request) {
        Map<String, String> metadata = link.getMetadata();
        return Metadata.isOf(metadata, request.paymentId()) && Objects.equals(metadata.get(MARK), request.mark());
    }

    static PaymentLinkListParams newestFirst() {
        return PaymentLinkListParams.builder().setLimit(PAGE).build();
    }

    static PaymentLinkCreateParams of(LinkRequest request) {
        Map<String, String> metadata = new HashMap<>(
                Metadata.of(request.paymentId(), request.reference(), request.projectName(), request.description()));
        if (request.mark() != null) {
            metadata.put(MARK, request.mark());
        }
        return PaymentLinkCreateParams.builder()
                .addLineItem(lineItem(request))
                .setRestrictions(once())
                .setInactiveMessage(request.withdrawnText())
                .putAllMetadata(metadata)
                // A link's metadata reaches its sessions but not their intents.
                .setPaymentIntentData(PaymentIntentData.builder()
                        .setDescription(request.reference() + " " + request.projectName())
                        .putAllMetadata(metadata)
                        .build())
                .build();
    }

    private static LineItem lineItem(LinkRequest request) {
        ProductData.Builder product = ProductData.builder().setName(request.projectName());
        if (!request.description().equals(request.projectName())) {
            product.setDescription(request.description());
        }
        PriceData price = PriceData.builder()
                .setCurrency(request.amount().currency().code())
                .setUnitAmount(request.amount().minor())
                .setProductData(product.build())
                .build();
        return LineItem.builder().setPriceData(price).setQuantity(1L).build();
    }

    private static Restrictions once() {
        return Restrictions.builder()
                .setCompletedSessions(CompletedSessions.builder().setLimit(1L).build())
                .build();
    }
}
