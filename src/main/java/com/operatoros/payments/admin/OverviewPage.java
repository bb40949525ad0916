package com.operatoros.payments.admin;

import com.operatoros.payments.business.BillingProfile;
import com.operatoros.payments.notification.Notification;
import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.list.PaymentFilter;
import com.operatoros.payments.payment.list.PaymentList;
import com.operatoros.payments.payment.list.PaymentSlice;
import com.operatoros.payments.report.Figure;
import com.operatoros.payments.report.Figures;
import com.operatoros.payments.report.Measure;
import com.operatoros.payments.report.Period;
import com.operatoros.payments.report.Reports;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Sums up for the admin who has just come in what it all comes to, and shows what came last. */
@Named
@RequestScoped
public class OverviewPage {

    private static final int LATEST = 6;

    /** What is waited for is waited for, however old it is. */
    private static final Set<Measure> NOW = EnumSet.of(Measure.PENDING, Measure.OVERDUE);

    private static final List<Measure> MEASURES =
            List.of(Measure.BILLED, Measure.PAID, Measure.PENDING, Measure.FAILED, Measure.OVERDUE, Measure.REFUNDED);

    @EJB
    private PaymentList list;

    @Inject
    private Shell shell;

    @EJB
    private Reports reports;

    @Inject
    private BillingProfile profile;

    @Inject
    private Clock clock;

    private List<Figures> sums = List.of();
    private List<Figures> sumsOfAllTimes = List.of();
    private List<Payment> latest = List.of();
    private List<Notification> latestNotifications = List.of();

    @PostConstruct
    void load() {
        sums = reports.summary(new Period(getSince(), null));
        sumsOfAllTimes = reports.summary(Period.ALWAYS);
        latest = list.slice(PaymentFilter.newestFirst(), null, LATEST)
                .map(PaymentSlice::payments)
                .orElse(latest);
        latestNotifications = shell.notifications();
    }

    /** The first of the days that are summed up. */
    public LocalDate getSince() {
        return PaidDays.first(profile.today(clock));
    }

    /** What is shown of each currency. */
    public List<String> getMeasures() {
        return MEASURES.stream().map(Measure::code).toList();
    }

    /** The figures of a measure that are not zero, one for each currency. */
    public List<Figure> figures(String measure) {
        Measure wanted = Measure.valueOf(measure.toUpperCase(Locale.ROOT));
        return (NOW.contains(wanted) ? sumsOfAllTimes : sums)
                .stream()
                        .map(figures -> figures.of(wanted))
                        .filter(figure -> !figure.isNothing())
                        .sorted(Comparator.comparing(figure -> figure.sum().currency()))
                        .toList();
    }

    public List<Payment> getLatest() {
        return latest;
    }

    public List<Notification> getLatestNotifications() {
        return latestNotifications;
    }
}
