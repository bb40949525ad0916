package com.operatoros.payments.setup;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import com.operatoros.payments.payment.BillingProfile;
import com.operatoros.payments.stripe.StripeUnreachable;
import com.operatoros.payments.stripe.WebhookRegistrar;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Locale;

/** Registers our webhook endpoint at Stripe on the admin's wish, or repairs it. */
@Stateless
@RolesAllowed("admin")
@TransactionAttribute(NOT_SUPPORTED)
public class WebhookSetup {

    private static final Logger LOG = System.getLogger(WebhookSetup.class.getName());

    @Inject
    private WebhookRegistrar registrar;

    @Inject
    private BillingProfile profile;

    @Inject
    private Settings settings;

    /** How it ended. */
    public enum Result {
        REGISTERED,
        REPAIRED,
        UNREACHABLE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Result register() {
        WebhookAddress address = new WebhookAddress(
                profile.publicUrl(), settings.sandboxControls().isPresent());
        try {
            Result result = registrar.register(address.url(), address::is) ? Result.REGISTERED : Result.REPAIRED;
            LOG.log(Level.INFO, "The webhook endpoint {0} is {1}", address.url(), result.code());
            return result;
        } catch (StripeUnreachable e) {
            LOG.log(Level.WARNING, "The webhook endpoint could not be registered: {0}", e.trouble());
            return Result.UNREACHABLE;
        }
    }
}
