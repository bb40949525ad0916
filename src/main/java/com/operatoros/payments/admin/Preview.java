package com.operatoros.payments.admin;

import com.operatoros.payments.mail.MailPreview;
import com.operatoros.payments.mail.MailText;
import com.operatoros.payments.money.Money;
import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.PaymentOrder;
import com.operatoros.payments.payment.action.PaymentCreation;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** Shows what would come of the form: how its amount is understood, and the mail that the client would get. */
@Named
@RequestScoped
public class Preview {

    @EJB
    private PaymentCreation creation;

    @Inject
    private MailPreview mails;

    private @Nullable Money amount;
    private @Nullable Payment payment;

    void understand(@Nullable Money understood) {
        amount = understood;
    }

    void show(PaymentOrder order) {
        payment = creation.preview(order);
    }

    /** Null when it can't be billed. */
    public @Nullable Money getAmount() {
        return amount;
    }

    /** Null while the form is not complete. */
    public @Nullable Payment getPayment() {
        return payment;
    }

    /** Null when we send none. */
    public @Nullable MailText getMail() {
        return payment == null ? null : mails.of(payment).orElse(null);
    }
}
