package com.operatoros.payments.sandbox.stripe.hosted;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.api.Form;
import com.operatoros.payments.sandbox.stripe.checkout.Payment;
import com.operatoros.payments.sandbox.stripe.http.Reply;
import com.operatoros.payments.sandbox.stripe.invoice.InvoiceCheckout;
import com.operatoros.payments.sandbox.stripe.invoice.InvoiceLines;
import com.operatoros.payments.sandbox.stripe.invoice.Invoices;
import com.operatoros.payments.sandbox.stripe.store.Json;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Map;

/** The page of one invoice and its PDF, and paying it there. */
public final class InvoicePages {

    private final Clock clock;
    private final Invoices invoices;
    private final InvoiceCheckout checkout;
    private final InvoicePage page;
    private final InvoicePdf pdf;

    /** The pages of these invoices. */
    public InvoicePages(Clock clock, Invoices invoices, InvoiceLines lines, InvoiceCheckout checkout) {
        this.clock = clock;
        this.invoices = invoices;
        this.checkout = checkout;
        this.page = new InvoicePage(lines);
        this.pdf = new InvoicePdf(lines);
    }

    Reply show(String token) {
        return invoices.at(token)
                .map(invoice -> {
                    TypedPayment typed = TypedPayment.withEmail(
                            Json.text(invoice, "customer_email").orElse(""));
                    return isPayable(invoice)
                            ? page.form(200, token, invoice, typed, Map.of())
                            : page.closed(200, token, invoice);
                })
                .orElseGet(MessagePage::unknown);
    }

    Reply pdf(String token) {
        return invoices.at(token).map(pdf::write).orElseGet(MessagePage::unknown);
    }

    Reply pay(String token, Form form) {
        return invoices.at(token)
                .map(invoice -> pay(token, invoice, TypedPayment.of(form)))
                .orElseGet(MessagePage::unknown);
    }

    private Reply pay(String token, JsonObject invoice, TypedPayment typed) {
        if (!isPayable(invoice)) {
            return page.closed(409, token, invoice);
        }
        Map<String, String> errors = typed.errors(InvoicePage.form(token, invoice), YearMonth.now(clock));
        if (!errors.isEmpty()) {
            return page.form(400, token, invoice, typed, errors);
        }
        return checkout.pay(Json.requiredText(invoice, "id"), typed.instrument(), typed.payer())
                .map(payment -> answer(payment, token, invoice, typed))
                .orElseGet(() -> page.closed(409, token, invoices.at(token).orElse(invoice)));
    }

    private Reply answer(Payment payment, String token, JsonObject invoice, TypedPayment typed) {
        return payment.decline()
                .map(decline -> page.form(402, token, invoice, typed, TypedPayment.reason(decline)))
                .orElseGet(() -> Reply.seeOther("/pay/invoice/" + token));
    }

    private boolean isPayable(JsonObject invoice) {
        return checkout.waitingIntent(invoice).isPresent();
    }
}
