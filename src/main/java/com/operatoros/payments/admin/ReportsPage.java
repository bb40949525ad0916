package com.operatoros.payments.admin;

import com.operatoros.payments.money.Currency;
import com.operatoros.payments.payment.Failure;
import com.operatoros.payments.report.FailureReason;
import com.operatoros.payments.report.Figure;
import com.operatoros.payments.report.Group;
import com.operatoros.payments.report.Measure;
import com.operatoros.payments.report.Reports;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the payments come to by month and by client. */
@Named
@RequestScoped
public class ReportsPage {

    private static final List<Measure> OF_A_MONTH = List.of(
            Measure.BILLED,
            Measure.PAID,
            Measure.OUTSTANDING,
            Measure.OVERDUE,
            Measure.FAILED,
            Measure.REFUNDED,
            Measure.LOST);

    @EJB
    private Reports reports;

    private List<Group> months = List.of();
    private List<Group> clients = List.of();
    private List<FailureReason> failures = List.of();

    private @Nullable String after;
    private @Nullable String next;

    /** Reads all months, and the clients behind the one that the address names. */
    public void load() {
        List<Group> latestFirst = new ArrayList<>(reports.months());
        Collections.reverse(latestFirst);
        months = latestFirst;
        failures = reports.failures();
        Part part = Part.of(limit -> reports.part("client", after == null ? "" : after, limit));
        clients = part.groups();
        next = part.areMore()
                ? "/admin/reports"
                        + ListAddress.empty().with("after", part.last()).query()
                : null;
    }

    public List<Group> getMonths() {
        return months;
    }

    public List<FailureReason> getFailures() {
        return failures;
    }

    /** A reason as something that has failed, which the texts know. */
    public Failure failure(FailureReason reason) {
        return new Failure(reason.code(), "");
    }

    public List<Group> getClients() {
        return clients;
    }

    /** How long the clients took to pay. */
    public Optional<Duration> waited(Group group) {
        return group.figures().of(Measure.PAID).average();
    }

    /** The currencies of the months. */
    public List<Currency> getCurrencies() {
        return months.stream()
                .map(month -> month.figures().currency())
                .distinct()
                .sorted()
                .toList();
    }

    /** The colour of a measure in the drawing; empty when it is not drawn. */
    public String color(Measure measure) {
        return switch (measure) {
            case BILLED -> "accent";
            case PAID -> "green";
            case REFUNDED -> "violet";
            default -> "";
        };
    }

    /** The address of the clients behind these; null when there are none. */
    public @Nullable String getNext() {
        return next;
    }

    public @Nullable String getAfter() {
        return after;
    }

    public void setAfter(@Nullable String after) {
        this.after = Names.plain(after);
    }

    public List<Measure> getMeasures() {
        return OF_A_MONTH;
    }

    public Figure figure(Group group, Measure measure) {
        return group.figures().of(measure);
    }

    /** The address of a client's payments. */
    public String payments(String email) {
        return "/admin/payments" + ListAddress.empty().with("q", email).query();
    }
}
