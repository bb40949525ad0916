package com.operatoros.payments.sandbox.stripe.resource;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.api.ApiRequest;
import com.operatoros.payments.sandbox.stripe.api.Fields;
import com.operatoros.payments.sandbox.stripe.api.Form;
import com.operatoros.payments.sandbox.stripe.api.Resource;
import com.operatoros.payments.sandbox.stripe.api.Route;
import com.operatoros.payments.sandbox.stripe.api.Rule;
import com.operatoros.payments.sandbox.stripe.api.StripeError;
import com.operatoros.payments.sandbox.stripe.checkout.Currencies;
import com.operatoros.payments.sandbox.stripe.invoice.OutsidePayments;
import com.operatoros.payments.sandbox.stripe.store.Kind;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.util.List;

/** {@code /v1/payment_records}: reporting a payment that was made outside of Stripe, and reading. */
public final class PaymentRecordsResource implements Resource {

    private static final String PATH = "/v1/payment_records";
    private static final String AMOUNT = "amount_requested";
    private static final String DETAILS = "payment_method_details";
    private static final Fields REPORT = Fields.none()
            .expand()
            .required(AMOUNT, Fields.none().required("currency", Rule.text(3)).required("value", Rule.integer(1)))
            .optional("description", Rule.text())
            .optional("guaranteed", Fields.none().required("guaranteed_at", Rule.integer(0)))
            .required("initiated_at", Rule.integer(0))
            .optional("metadata", Rule.metadata())
            .required("outcome", Rule.oneOf("guaranteed"))
            .required(
                    DETAILS,
                    Fields.none()
                            .required("type", Rule.oneOf("custom"))
                            .optional("custom", Fields.none().optional("display_name", Rule.text())));

    private final Stored stored;
    private final OutsidePayments outside;

    /** The resource of these payments. */
    public PaymentRecordsResource(Store store, OutsidePayments outside) {
        this.stored = new Stored(store, Kind.PAYMENT_RECORD);
        this.outside = outside;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.post(PATH + "/report_payment", REPORT, this::report),
                Route.get(PATH + "/{id}", Fields.none().expand(), stored::get));
    }

    private JsonObject report(ApiRequest request) {
        Form form = request.form();
        Form amount = form.child(AMOUNT).orElseThrow();
        String currency = amount.requiredText("currency");
        if (!Currencies.isSupported(currency)) {
            String message = "Invalid currency: " + currency + ". It is none of the currencies that Stripe supports.";
            throw StripeError.invalid(null, AMOUNT + "[currency]", message);
        }
        JsonObject paymentRecord = outside.draft(amount.integer("value").orElseThrow(), currency);
        Copying.texts(paymentRecord, form, "description");
        MetadataChange.apply(paymentRecord, form);
        form.child(DETAILS)
                .flatMap(details -> details.child("custom"))
                .flatMap(custom -> custom.text("display_name"))
                .ifPresent(name -> paymentRecord
                        .getAsJsonObject(DETAILS)
                        .getAsJsonObject("custom")
                        .addProperty("display_name", name));
        outside.add(paymentRecord);
        return paymentRecord;
    }
}
