package com.operatoros.payments.sandbox.stripe.resource;

import com.operatoros.payments.sandbox.stripe.api.Fields;
import com.operatoros.payments.sandbox.stripe.api.Rule;

/** The parameters that creating and updating a payment link have in common. */
final class LinkFields {

    private static final Rule ENABLED = Fields.none().required("enabled", Rule.flag());
    private static final Rule CUSTOM_TEXT = Rule.orEmpty(Fields.none().required("message", Rule.text(1200)));

    private LinkFields() {}

    static Fields fields() {
        return Fields.none()
                .expand()
                .optional("after_completion", afterCompletion())
                .optional("allow_promotion_codes", Rule.flag())
                .optional("billing_address_collection", Rule.oneOf("auto", "required"))
                .optional("custom_text", customText())
                .optional("customer_creation", Rule.oneOf("always", "if_required"))
                .optional("inactive_message", Rule.orEmpty(Rule.text(500)))
                .optional("metadata", Rule.metadata())
                .optional("payment_intent_data", paymentIntentData())
                .optional("payment_method_collection", Rule.oneOf("always", "if_required"))
                .optional("payment_method_types", Rule.orEmpty(Rule.list(Rule.oneOf("card", "sepa_debit"))))
                .optional("phone_number_collection", ENABLED)
                .optional("restrictions", restrictions())
                .optional("submit_type", Rule.oneOf("auto", "book", "donate", "pay", "subscribe"));
    }

    private static Rule afterCompletion() {
        return Fields.none()
                .required("type", Rule.oneOf("hosted_confirmation", "redirect"))
                .optional("hosted_confirmation", Fields.none().optional("custom_message", Rule.text(500)))
                .optional("redirect", Fields.none().required("url", Rule.url()));
    }

    private static Rule customText() {
        return Fields.none()
                .optional("after_submit", CUSTOM_TEXT)
                .optional("shipping_address", CUSTOM_TEXT)
                .optional("submit", CUSTOM_TEXT)
                .optional("terms_of_service_acceptance", CUSTOM_TEXT);
    }

    private static Rule restrictions() {
        return Rule.orEmpty(
                Fields.none().required("completed_sessions", Fields.none().required("limit", Rule.integer(1))));
    }

    private static Rule paymentIntentData() {
        return Fields.none()
                .optional("capture_method", Rule.oneOf("automatic", "automatic_async"))
                .optional("description", Rule.orEmpty(Rule.text(1000)))
                .optional("metadata", Rule.metadata())
                .optional("statement_descriptor", Rule.orEmpty(Rule.text(22)))
                .optional("statement_descriptor_suffix", Rule.orEmpty(Rule.text(22)))
                .optional("transfer_group", Rule.orEmpty(Rule.text()));
    }
}
