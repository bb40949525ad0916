package com.operatoros.payments.setup;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import com.operatoros.payments.business.BillingProfile;
import com.operatoros.payments.code.Coded;
import com.operatoros.payments.request.Initiator;
import com.operatoros.payments.request.RequestGate;
import com.operatoros.payments.stripe.StripeUnreachable;
import com.operatoros.payments.stripe.WebhookRegistrar;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Registers our webhook endpoint at Stripe on the admin's wish, or repairs it. */
@Stateless
@RolesAllowed("admin")
@TransactionAttribute(NOT_SUPPORTED)
public class WebhookSetup {

    private static final Logger LOG = System.getLogger(WebhookSetup.class.getName());

    private static final Initiator EVERYBODY = new Initiator("*", "webhook_endpoint");

    @Inject
    private WebhookRegistrar registrar;

    @Inject
    private RequestGate gate;

    @Inject
    private BillingProfile profile;

    @Inject
    private Settings settings;

    /** How it ended. */
    public enum Result implements Coded {
        REGISTERED,
        REPAIRED,
        /** It is repaired, but sends events of another version of the API, which can't be changed. */
        OTHER_VERSION,
        /** Stripe does not want to send to such an address. */
        REFUSED,
        UNREACHABLE,
        /** Somebody else is just doing it. */
        BUSY
    }

    /** Whoever wishes it, and on whichever node: two who register at once would make two endpoints. */
    public Result register() {
        if (!gate.judge(EVERYBODY, "").isFresh()) {
            return Result.BUSY;
        }
        try {
            WebhookAddress address = wanted();
            Result result = result(registrar.register(address.url(), address::is));
            LOG.log(Level.INFO, "The webhook endpoint {0}: {1}", address.url(), result.code());
            return result;
        } catch (StripeUnreachable e) {
            LOG.log(Level.WARNING, "The webhook endpoint could not be registered: {0}", e.trouble());
            return Result.UNREACHABLE;
        } finally {
            gate.release(EVERYBODY);
        }
    }

    /** Where Stripe is to send its events. */
    public String address() {
        return wanted().url();
    }

    private WebhookAddress wanted() {
        return new WebhookAddress(
                profile.publicUrl(), settings.sandboxControls().isPresent());
    }

    private static Result result(WebhookRegistrar.End end) {
        return switch (end) {
            case REGISTERED -> Result.REGISTERED;
            case REPAIRED -> Result.REPAIRED;
            case OTHER_VERSION -> Result.OTHER_VERSION;
            case REFUSED -> Result.REFUSED;
        };
    }
}
