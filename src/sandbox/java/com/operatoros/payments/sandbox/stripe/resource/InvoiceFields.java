package com.operatoros.payments.sandbox.stripe.resource;

import com.operatoros.payments.sandbox.stripe.api.Fields;
import com.operatoros.payments.sandbox.stripe.api.Form;
import com.operatoros.payments.sandbox.stripe.api.Rule;
import com.operatoros.payments.sandbox.stripe.api.StripeError;

/** The parameters that creating and updating an invoice have in common. */
final class InvoiceFields {

    private static final int MOST_CUSTOM_FIELDS = 4;

    private InvoiceFields() {}

    static Fields fields() {
        return Fields.none()
                .expand()
                .optional("auto_advance", Rule.flag())
                .optional("collection_method", Rule.oneOf("charge_automatically", "send_invoice"))
                .optional("custom_fields", Rule.orEmpty(InvoiceFields::checkCustomFields))
                .optional("days_until_due", Rule.integer(0))
                .optional("description", Rule.orEmpty(Rule.text()))
                .optional("due_date", Rule.integer(0))
                .optional("footer", Rule.orEmpty(Rule.text()))
                .optional("metadata", Rule.metadata())
                .optional("number", Rule.orEmpty(Rule.text(26)))
                .optional(
                        "payment_settings",
                        Fields.none()
                                .optional(
                                        "payment_method_types",
                                        Rule.orEmpty(Rule.list(Rule.oneOf("card", "sepa_debit")))))
                .optional("statement_descriptor", Rule.orEmpty(Rule.text(22)));
    }

    private static void checkCustomFields(String param, Object value) {
        Rule.list(Fields.none().required("name", Rule.text(40)).required("value", Rule.text(140)))
                .check(param, value);
        if (value instanceof Form list && list.names().size() > MOST_CUSTOM_FIELDS) {
            throw StripeError.invalid(null, param, "Invoices can have at most 4 custom fields.");
        }
    }
}
