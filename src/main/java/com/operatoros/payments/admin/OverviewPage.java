package com.operatoros.payments.admin;

import com.operatoros.payments.notification.Notification;
import com.operatoros.payments.notification.Notifications;
import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.PaymentFilter;
import com.operatoros.payments.payment.PaymentPage;
import com.operatoros.payments.payment.PaymentQueries;
import com.operatoros.payments.payment.PaymentSort;
import com.operatoros.payments.payment.StatusFilter;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the admin sees first: what needs a person, what came last. */
@Named
@RequestScoped
public class OverviewPage {

    private static final int LATEST = 6;
    private static final int OPEN_MATTERS = 5;

    @EJB
    private PaymentQueries queries;

    @EJB
    private Notifications notifications;

    private List<Payment> attention = List.of();
    private List<Payment> latest = List.of();
    private List<Notification> news = List.of();

    @PostConstruct
    void load() {
        attention = attentionThenFailed();
        latest = list(PaymentFilter.newestFirst(), LATEST);
        news = notifications.list(null, LATEST);
    }

    private List<Payment> attentionThenFailed() {
        List<Payment> found = new ArrayList<>(list(only(StatusFilter.ATTENTION), OPEN_MATTERS));
        Set<Object> known = found.stream().map(Payment::id).collect(Collectors.toSet());
        list(only(StatusFilter.FAILED), OPEN_MATTERS).stream()
                .filter(payment -> !known.contains(payment.id()))
                .forEach(found::add);
        return List.copyOf(found);
    }

    private List<Payment> list(PaymentFilter filter, int limit) {
        return queries.list(filter, null, limit).map(PaymentPage::payments).orElse(List.of());
    }

    private static PaymentFilter only(StatusFilter status) {
        return new PaymentFilter(status, null, null, null, null, null, PaymentSort.CREATED_DESC);
    }

    /** The payments that a person should look at. */
    public List<Payment> getAttention() {
        return attention;
    }

    public List<Payment> getLatest() {
        return latest;
    }

    public List<Notification> getNews() {
        return news;
    }
}
