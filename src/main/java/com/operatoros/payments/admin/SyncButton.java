package com.operatoros.payments.admin;

import com.operatoros.payments.reconcile.Reconciliation;
import com.operatoros.payments.reconcile.SyncResult;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.UUID;

/** Compares one payment with Stripe, and tells how that ended. */
@Named
@RequestScoped
public class SyncButton {

    private static final Set<String> RESULTS = Set.of("done", "nothing", "silent");

    @EJB
    private Reconciliation reconciliation;

    @Inject
    private HttpServletRequest request;

    /** Leads to the page of the payment, which tells how it ended. */
    public String press(UUID id) {
        return PaymentAddress.of(id) + "&synced=" + code(reconciliation.sync(id));
    }

    private static String code(SyncResult result) {
        return result.tellTo(new SyncResult.Reader<>() {
            @Override
            public String done(SyncResult.Done done) {
                return "done";
            }

            @Override
            public String nothingToAsk(SyncResult.NothingToAsk nothing) {
                return "nothing";
            }

            @Override
            public String unclear(SyncResult.Unclear unclear) {
                return "silent";
            }

            @Override
            public String unreachable(SyncResult.Unreachable silence) {
                return "silent";
            }
        });
    }

    /** How it ended; empty when it was not pressed. */
    public String getResult() {
        String result = request.getParameter("synced");
        return result != null && RESULTS.contains(result) ? result : "";
    }
}
