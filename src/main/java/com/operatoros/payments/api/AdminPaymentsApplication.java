package com.operatoros.payments.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The calls that live beside the pages of payments, as the neighbour's dashboard knows them. */
@ApplicationPath("/admin/payments")
public class AdminPaymentsApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(DashboardResource.class, IdempotencyFilter.class, ApiErrors.class);
    }
}
