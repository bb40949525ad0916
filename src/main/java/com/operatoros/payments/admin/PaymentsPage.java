package com.operatoros.payments.admin;

import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.PaymentFilter;
import com.operatoros.payments.payment.PaymentPage;
import com.operatoros.payments.payment.PaymentQueries;
import com.operatoros.payments.payment.PaymentSort;
import com.operatoros.payments.payment.StatusFilter;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The list of payments; what is shown follows from the address alone. */
@Named
@RequestScoped
public class PaymentsPage {

    private static final int PAGE_SIZE = 25;

    @EJB
    private PaymentQueries queries;

    private @Nullable String status;
    private @Nullable String text;
    private @Nullable String cursor;
    private PaymentPage found = new PaymentPage(List.of(), null);

    /** Reads the part that the address names; a cursor that is not ours shows the first one. */
    public void load() {
        StatusFilter wanted = status == null ? null : StatusFilter.find(status).orElse(null);
        status = wanted == null ? null : wanted.code();
        PaymentFilter filter = new PaymentFilter(wanted, null, text, null, null, null, PaymentSort.CREATED_DESC);
        found = queries.list(filter, cursor, PAGE_SIZE)
                .or(() -> queries.list(filter, null, PAGE_SIZE))
                .orElse(found);
    }

    public List<Payment> getPayments() {
        return found.payments();
    }

    /** Where the older payments begin; null when there are none. */
    public @Nullable String getOlder() {
        return found.nextCursor();
    }

    public boolean isFiltered() {
        return status != null || text != null;
    }

    public @Nullable String getStatus() {
        return status;
    }

    public void setStatus(@Nullable String status) {
        this.status = status;
    }

    public @Nullable String getText() {
        return text;
    }

    /** Control characters can't be in any of the names; the database would refuse to look for some of them. */
    public void setText(@Nullable String text) {
        String plain = text == null ? "" : text.replaceAll("\\p{Cntrl}", " ").strip();
        this.text = plain.isEmpty() ? null : plain;
    }

    public @Nullable String getCursor() {
        return cursor;
    }

    public void setCursor(@Nullable String cursor) {
        this.cursor = cursor;
    }
}
