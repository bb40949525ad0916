package com.operatoros.payments.stripe;

import com.operatoros.payments.gateway.GatewayReport;
import com.operatoros.payments.gateway.IntentId;
import com.operatoros.payments.gateway.PayerReport;
import com.operatoros.payments.money.Amount;
import com.stripe.model.BalanceTransaction;
import com.stripe.model.Charge;
import com.stripe.model.Charge.PaymentMethodDetails;
import com.stripe.model.checkout.Session;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads who paid, how, and what it cost. Long since each payment method tells of itself under names of its own. */
final class PayerReports {

    private PayerReports() {}

    /** What the payer typed on the page; nothing where there was nothing to pay. */
    static @Nullable PayerReport of(Session session) {
        Session.CustomerDetails details = session.getCustomerDetails();
        Session.PresentmentDetails presentment = session.getPresentmentDetails();
        if (session.getPaymentIntent() == null || details == null) {
            return null;
        }
        return new PayerReport(
                new IntentId(session.getPaymentIntent()),
                payer(details.getName(), details.getEmail()),
                true,
                null,
                null,
                presentment == null
                        ? converted(session)
                        : amount(presentment.getPresentmentAmount(), presentment.getPresentmentCurrency()));
    }

    /** Up to version 2025-03-31 the session itself was in the currency that the client saw. */
    private static @Nullable Amount converted(Session session) {
        return session.getCurrencyConversion() == null ? null : amount(session.getAmountTotal(), session.getCurrency());
    }

    static Optional<GatewayReport> find(String type, Charge charge) {
        boolean isOfInterest = type.equals("charge.succeeded") || type.equals("charge.updated");
        return isOfInterest && "succeeded".equals(charge.getStatus())
                ? find(charge).map(report -> report(charge, report))
                : Optional.empty();
    }

    static GatewayReport report(Charge charge, PayerReport report) {
        return new GatewayReport.Payer(report, charge.getBalanceTransaction() != null);
    }

    /** A charge that belongs to no intent is nobody's whom we know. */
    static Optional<PayerReport> find(Charge charge) {
        if (AttemptReading.isMissing(charge.getPaymentIntent())) {
            return Optional.empty();
        }
        Charge.BillingDetails billing = charge.getBillingDetails();
        Charge.PresentmentDetails presentment = charge.getPresentmentDetails();
        return Optional.of(new PayerReport(
                new IntentId(charge.getPaymentIntent()),
                billing == null ? null : payer(billing.getName(), billing.getEmail()),
                false,
                method(charge.getPaymentMethodDetails()),
                cost(charge.getBalanceTransactionObject()),
                presentment == null
                        ? null
                        : amount(presentment.getPresentmentAmount(), presentment.getPresentmentCurrency())));
    }

    private static PayerReport.@Nullable Payer payer(@Nullable String name, @Nullable String email) {
        String clean = StripeText.clean(name);
        String address = StripeText.clean(email);
        return clean == null && address == null ? null : new PayerReport.Payer(clean, address);
    }

    private static PayerReport.@Nullable Cost cost(@Nullable BalanceTransaction booked) {
        if (booked == null || booked.getFee() == null || booked.getNet() == null || booked.getCurrency() == null) {
            return null;
        }
        return new PayerReport.Cost(
                new Amount(booked.getFee(), booked.getCurrency()),
                new Amount(booked.getNet(), booked.getCurrency()),
                IntentAudit.time(booked.getCreated()),
                InvoiceReports.time(booked.getAvailableOn()).orElse(null));
    }

    private static @Nullable Amount amount(@Nullable Long minor, @Nullable String currency) {
        return minor == null || AttemptReading.isOdd(minor) || AttemptReading.isMissing(currency)
                ? null
                : new Amount(minor, String.valueOf(currency));
    }

    private static PayerReport.@Nullable Method method(@Nullable PaymentMethodDetails details) {
        if (details == null || details.getType() == null) {
            return null;
        }
        String type = details.getType();
        return switch (type) {
            case "card" -> card(details.getCard());
            case "sepa_debit" ->
                method(
                        type,
                        details.getSepaDebit().getBankCode(),
                        details.getSepaDebit().getLast4());
            case "us_bank_account" ->
                method(
                        type,
                        details.getUsBankAccount().getBankName(),
                        details.getUsBankAccount().getLast4());
            case "bacs_debit" -> method(type, null, details.getBacsDebit().getLast4());
            case "acss_debit" ->
                method(
                        type,
                        details.getAcssDebit().getBankName(),
                        details.getAcssDebit().getLast4());
            case "au_becs_debit" -> method(type, null, details.getAuBecsDebit().getLast4());
            case "ideal" ->
                method(type, details.getIdeal().getBank(), details.getIdeal().getIbanLast4());
            case "bancontact" ->
                method(
                        type,
                        details.getBancontact().getBankName(),
                        details.getBancontact().getIbanLast4());
            case "eps" -> method(type, details.getEps().getBank(), null);
            case "p24" -> method(type, details.getP24().getBank(), null);
            default -> method(type, null, null);
        };
    }

    private static PayerReport.Method card(PaymentMethodDetails.@Nullable Card card) {
        if (card == null) {
            return method("card", null, null);
        }
        String wallet = card.getWallet() == null ? null : card.getWallet().getType();
        return new PayerReport.Method(
                "card", StripeText.clean(card.getBrand()), StripeText.clean(card.getLast4()), StripeText.clean(wallet));
    }

    private static PayerReport.Method method(String type, @Nullable String brand, @Nullable String last4) {
        return new PayerReport.Method(type, StripeText.clean(brand), StripeText.clean(last4), null);
    }
}
