package com.operatoros.payments.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The files that the page of the reports leads to. */
@ApplicationPath("/admin/reports")
public class AdminReportsApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(ReportFilesResource.class, ApiErrors.class);
    }
}
