package com.operatoros.payments.admin;

import com.operatoros.payments.setup.SetupCheck;
import com.operatoros.payments.setup.SetupReport;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** Whether everything is set up, and how to mend what is not. */
@Named
@RequestScoped
public class SetupPage {

    @EJB
    private SetupCheck check;

    private @Nullable SetupReport report;

    @PostConstruct
    void load() {
        report = check.run();
    }

    public @Nullable SetupReport getReport() {
        return report;
    }
}
