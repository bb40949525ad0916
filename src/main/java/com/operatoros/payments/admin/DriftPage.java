package com.operatoros.payments.admin;

import com.operatoros.payments.reconcile.DriftReport;
import com.operatoros.payments.reconcile.Reconciliation;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;

/** Shows where our records and Stripe's differ, and compares them when the admin asks for it. */
@Named
@RequestScoped
public class DriftPage {

    private static final String AGAIN = "/admin/drift?faces-redirect=true";

    @EJB
    private Reconciliation reconciliation;

    private DriftReport report = new DriftReport(null, null, List.of());

    @PostConstruct
    void load() {
        report = reconciliation.report();
    }

    /** Compares everything now, which may take a while. */
    public String check() {
        reconciliation.sweep();
        return AGAIN;
    }

    public DriftReport getReport() {
        return report;
    }
}
