package com.operatoros.payments.mail;

import com.operatoros.payments.business.BillingProfile;
import com.operatoros.payments.payment.Payment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Shows what a client would read about a payment, before there is one. */
@ApplicationScoped
public class MailPreview {

    @Inject
    private BillingProfile profile;

    @Inject
    private ClientTexts texts;

    /** The mail that brings the payment to the client; nothing when we send none. */
    public Optional<MailText> of(Payment payment) {
        return payment.bill().sendsEmail() && profile.mails(payment.bill().isLink(), payment.isLive())
                ? Optional.of(texts.request(payment))
                : Optional.empty();
    }
}
