package com.operatoros.payments.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The calls of programs. */
@ApplicationPath("/admin/api")
public class AdminApiApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                PaymentsResource.class,
                PaymentActionsResource.class,
                SyncResource.class,
                DriftResource.class,
                ReportsResource.class,
                ExportResource.class,
                NotificationsResource.class,
                EventsResource.class,
                ConfigResource.class,
                IdempotencyFilter.class,
                ApiErrors.class);
    }
}
