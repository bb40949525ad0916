package com.operatoros.payments.admin;

import com.operatoros.payments.business.BillingProfile;
import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.action.PaymentAction;
import com.operatoros.payments.payment.action.PaymentActions;
import com.operatoros.payments.payment.list.PaymentList;
import com.operatoros.payments.payment.list.PaymentSlice;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The list of payments; what is shown follows from the address alone. */
@Named
@RequestScoped
public class PaymentsPage {

    private static final String LIST = "/admin/payments";
    private static final String EXPORT = "/admin/payments/export";

    private static final Set<PaymentAction> OF_A_ROW =
            EnumSet.of(PaymentAction.RESEND, PaymentAction.REPLACE, PaymentAction.CANCEL);

    @EJB
    private PaymentList list;

    @EJB
    private PaymentActions actions;

    @Inject
    private BillingProfile profile;

    @Inject
    private HttpServletRequest request;

    private ListView view = ListView.EVERYTHING;
    private PaymentSlice found = new PaymentSlice(List.of(), null);
    private Map<UUID, Set<PaymentAction>> allowed = Map.of();

    /** Reads the part that the address names; a cursor that is not ours shows the first one. */
    @PostConstruct
    void load() {
        view = ListView.read(request);
        found = list.slice(view.filter(), view.cursor(), view.limit())
                .or(() -> list.slice(view.filter(), null, view.limit()))
                .orElse(found);
        allowed = actions.allowed(found.payments(), OF_A_ROW);
    }

    public ListView getView() {
        return view;
    }

    public List<Payment> getPayments() {
        return found.payments();
    }

    /** Whether a payment's state allows it. */
    public boolean allows(Payment payment, String action) {
        return allowed.getOrDefault(payment.id(), Set.of()).stream()
                .anyMatch(each -> each.code().equals(action));
    }

    /** Whether anything can be done from the row of a payment. */
    public boolean menu(Payment payment) {
        return payment.status().isOpen() && payment.gateway().url() != null
                || OF_A_ROW.stream().anyMatch(allowed.getOrDefault(payment.id(), Set.of())::contains);
    }

    /** The client's own address of a payment. */
    public String payUrl(Payment payment) {
        return profile.payUrl(payment.origin().payToken());
    }

    /** How many rows a page can have. */
    public List<Integer> getSizes() {
        return ListView.SIZES;
    }

    /** The same list with another value of one parameter, from its beginning. */
    public String with(String name, @Nullable String value) {
        return LIST + view.address().with(name, value).query();
    }

    /** The list in the order of a column, and in the opposite order when it is in that order already. */
    public String sortedBy(String column) {
        String descending = "-" + column;
        // What is due soonest matters more than what is due last.
        String first = column.equals("due") ? column : descending;
        String other = first.equals(column) ? descending : column;
        return with("sort", first.equals(view.order()) ? other : first);
    }

    /** How the column is sorted, in the words of WAI-ARIA. */
    public String direction(String column) {
        if (view.order().equals(column)) {
            return "ascending";
        }
        return view.order().equals("-" + column) ? "descending" : "none";
    }

    /** Where the older payments begin; null when there are none. */
    public @Nullable String getOlder() {
        return found.nextCursor() == null ? null : with("cursor", found.nextCursor());
    }

    /** The beginning of the same list. */
    public String getFirst() {
        return LIST + view.address().query();
    }

    /**
     * All that the list has, as a file.
     *
     * @param form the code of the form of the file
     */
    public String export(String form) {
        return EXPORT + view.address().with("limit", null).with("format", form).query();
    }
}
