package com.operatoros.payments.sandbox.stripe.invoice;

import com.google.gson.JsonObject;
import java.util.Map;

/** What an invoice shows of its customer. */
final class BillTo {

    private static final Map<String, String> FIELDS = Map.of(
            "id", "customer",
            "address", "customer_address",
            "email", "customer_email",
            "name", "customer_name",
            "phone", "customer_phone",
            "shipping", "customer_shipping",
            "tax_exempt", "customer_tax_exempt");

    private BillTo() {}

    static void copy(JsonObject customer, JsonObject invoice) {
        FIELDS.forEach((from, to) -> invoice.add(to, customer.get(from)));
    }
}
