package com.operatoros.payments.admin;

import com.operatoros.payments.notification.Notification;
import com.operatoros.payments.notification.Notifications;
import com.operatoros.payments.payment.Deadlines;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** What the admin sees first: what needs a person, what came last. */
@Named
@RequestScoped
public class OverviewPage {

    private static final int LATEST = 6;
    private static final int OPEN_MATTERS = 5;

    @EJB
    private PaymentQueries queries;

    @EJB
    private Deadlines deadlines;

    @EJB
    private Notifications notifications;

    private List<Payment> attention = List.of();
    private List<Payment> latest = List.of();
    private List<Notification> news = List.of();

    @PostConstruct
    void load() {
        attention = mostUrgentFirst();
        latest = list(PaymentFilter.newestFirst(), LATEST);
        news = notifications.list(null, LATEST);
    }

    /** What has a deadline first, then what a person has not seen to, then what failed. */
    private List<Payment> mostUrgentFirst() {
        Map<UUID, Payment> found = new LinkedHashMap<>();
        Stream.of(
                        deadlines.disputes(OPEN_MATTERS),
                        list(only(StatusFilter.ATTENTION), OPEN_MATTERS),
                        list(only(StatusFilter.FAILED), OPEN_MATTERS))
                .flatMap(List::stream)
                .forEach(payment -> found.putIfAbsent(payment.id(), payment));
        return List.copyOf(found.values());
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
