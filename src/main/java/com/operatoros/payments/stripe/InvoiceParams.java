package com.operatoros.payments.stripe;

import com.operatoros.payments.gateway.CustomerId;
import com.operatoros.payments.gateway.InvoiceId;
import com.operatoros.payments.gateway.InvoiceRequest;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.InvoiceCreateParams;
import com.stripe.param.InvoiceCreateParams.CollectionMethod;
import com.stripe.param.InvoiceCreateParams.CustomField;
import com.stripe.param.InvoiceCreateParams.PendingInvoiceItemsBehavior;
import com.stripe.param.InvoiceItemCreateParams;
import java.util.Map;
import java.util.UUID;

/** The parameters of an invoice of one line. */
final class InvoiceParams {

    private static final int LONGEST_TEXT = 5000;
    private static final int LONGEST_FIELD = 140;
    private static final int LONGEST_LINE = 250;
    private static final int LONGEST_NAME = 256;

    private InvoiceParams() {}

    /** The name comes later: several payments may need the same customer at once, and ask alike. */
    static CustomerCreateParams customer(String email, UUID introducedBy) {
        return CustomerCreateParams.builder()
                .setEmail(email)
                .putMetadata(Metadata.PAYMENT_ID, introducedBy.toString())
                .build();
    }

    static String name(String name) {
        return StripeText.cut(name, LONGEST_NAME);
    }

    static InvoiceCreateParams draft(InvoiceRequest request, CustomerId customerId) {
        InvoiceCreateParams.Builder params = InvoiceCreateParams.builder()
                .setCustomer(customerId.value())
                .setCollectionMethod(CollectionMethod.SEND_INVOICE)
                .setDueDate(request.dueAt().getEpochSecond())
                // Nothing happens at Stripe that we have not asked for.
                .setAutoAdvance(false)
                .setCurrency(request.amount().currency().code())
                .setPendingInvoiceItemsBehavior(PendingInvoiceItemsBehavior.EXCLUDE)
                .setDescription(StripeText.cut(request.description(), LONGEST_TEXT))
                .addCustomField(field("Project", request.projectName()))
                .addCustomField(field("Reference", request.reference()))
                .putAllMetadata(metadata(request));
        if (request.footer() != null) {
            params.setFooter(StripeText.cut(request.footer(), LONGEST_TEXT));
        }
        return params.build();
    }

    private static CustomField field(String name, String value) {
        return CustomField.builder()
                .setName(name)
                .setValue(StripeText.cut(value, LONGEST_FIELD))
                .build();
    }

    static InvoiceItemCreateParams item(InvoiceRequest request, CustomerId customerId, InvoiceId invoiceId) {
        return InvoiceItemCreateParams.builder()
                .setCustomer(customerId.value())
                .setInvoice(invoiceId.value())
                .setAmount(request.amount().minor())
                .setCurrency(request.amount().currency().code())
                .setDescription(StripeText.cut(request.projectName(), LONGEST_LINE))
                .putAllMetadata(metadata(request))
                .build();
    }

    private static Map<String, String> metadata(InvoiceRequest request) {
        return Metadata.of(request.paymentId(), request.reference(), request.projectName(), request.description());
    }
}
