package com.operatoros.payments.payment;

import com.operatoros.payments.gateway.IntentId;
import com.operatoros.payments.gateway.ObjectKind;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The ids that Stripe gave the objects of one payment, the latest of each kind. */
@Embeddable
public class StripeIds {

    @Column(name = "customer_id")
    private @Nullable String customer;

    @Column(name = "payment_link_id")
    private @Nullable String paymentLink;

    @Column(name = "checkout_session_id")
    private @Nullable String checkoutSession;

    @Column(name = "payment_intent_id")
    private @Nullable String paymentIntent;

    @Column(name = "charge_id")
    private @Nullable String charge;

    @Column(name = "invoice_id")
    private @Nullable String invoice;

    @Column(name = "invoice_number")
    private @Nullable String invoiceNumber;

    protected StripeIds() {}

    static StripeIds none() {
        return new StripeIds();
    }

    void learn(ObjectKind kind, String id) {
        switch (kind) {
            case CUSTOMER -> customer = id;
            case PAYMENT_LINK -> paymentLink = id;
            case CHECKOUT_SESSION -> checkoutSession = id;
            case PAYMENT_INTENT -> paymentIntent = id;
            case CHARGE -> charge = id;
            case INVOICE -> invoice = id;
            case CREDIT_NOTE, PAYMENT_RECORD, REFUND, DISPUTE -> {
                // There may be many of them; they are found in the history.
            }
        }
    }

    /** What hangs on an intent that is not the payment's is shown no more. */
    void forgetIntent() {
        checkoutSession = null;
        paymentIntent = null;
        charge = null;
    }

    /** Shows the ids that belong to the intent that a person wants to see first. */
    void arrange(List<StripeObject> objects, Settlement settlement) {
        Attempts attempts = settlement.attempts();
        Optional<IntentId> leading = attempts.leadingIntent(settlement.payable());
        leading.ifPresent(intent -> learn(ObjectKind.PAYMENT_INTENT, intent.value()));
        for (ObjectKind kind : List.of(ObjectKind.CHECKOUT_SESSION, ObjectKind.CHARGE)) {
            List<StripeObject> ofKind =
                    objects.stream().filter(object -> object.isOf(kind)).toList();
            List<String> ofLeading = ofKind.stream()
                    .filter(object -> leading.isPresent() && object.isOfIntent(leading.get()))
                    .map(StripeObject::id)
                    .toList();
            List<String> any = ofKind.stream().map(StripeObject::id).toList();
            attempts.leadingOf(ofLeading.isEmpty() ? any : ofLeading).ifPresent(id -> learn(kind, id));
        }
    }

    /** The invoice that has taken the place of another. */
    void revised(PaymentInvoice current) {
        invoice = current.id();
        numbered(current.pages().number());
    }

    void numbered(@Nullable String number) {
        invoiceNumber = number == null ? invoiceNumber : number;
    }

    public Optional<String> find(ObjectKind kind) {
        return Optional.ofNullable(
                switch (kind) {
                    case CUSTOMER -> customer;
                    case PAYMENT_LINK -> paymentLink;
                    case CHECKOUT_SESSION -> checkoutSession;
                    case PAYMENT_INTENT -> paymentIntent;
                    case CHARGE -> charge;
                    case INVOICE -> invoice;
                    case CREDIT_NOTE, PAYMENT_RECORD, REFUND, DISPUTE -> null;
                });
    }

    public @Nullable String customer() {
        return customer;
    }

    public @Nullable String paymentLink() {
        return paymentLink;
    }

    public @Nullable String checkoutSession() {
        return checkoutSession;
    }

    public @Nullable String paymentIntent() {
        return paymentIntent;
    }

    public @Nullable String charge() {
        return charge;
    }

    public @Nullable String invoice() {
        return invoice;
    }

    public @Nullable String invoiceNumber() {
        return invoiceNumber;
    }
}
