package com.operatoros.payments.webhook;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The addresses to which foreign systems post. */
@ApplicationPath("/webhooks")
public class WebhookApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(StripeWebhookResource.class, WebhookErrors.class);
    }
}
