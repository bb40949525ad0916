package com.operatoros.payments.admin;

import com.operatoros.payments.payment.BillingProfile;
import com.operatoros.payments.payment.HistoryEntry;
import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.PaymentQueries;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Everything about one payment. */
@Named
@RequestScoped
public class PaymentDetailPage {

    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    @EJB
    private PaymentQueries queries;

    @Inject
    private BillingProfile profile;

    private @Nullable String id;
    private boolean created;
    private @Nullable Payment payment;
    private List<HistoryEntry> history = List.of();

    /** Reads the payment that the address names; without one, the page says so with the status 404. */
    public void load() {
        payment = Optional.ofNullable(id)
                .filter(ID.asMatchPredicate())
                .map(UUID::fromString)
                .flatMap(queries::find)
                .orElse(null);
        if (payment == null) {
            FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(HttpServletResponse.SC_NOT_FOUND);
        } else {
            history = queries.history(payment.id());
        }
    }

    public @Nullable Payment getPayment() {
        return payment;
    }

    /** Oldest first. */
    public List<HistoryEntry> getHistory() {
        return history;
    }

    /** The client's own address of the payment. */
    public String getPayUrl() {
        return payment == null ? "" : profile.payUrl(payment);
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }

    /** Whether the admin comes from the form that has just created it. */
    public boolean isCreated() {
        return created;
    }

    public void setCreated(boolean created) {
        this.created = created;
    }
}
