package com.operatoros.payments.admin;

import com.operatoros.payments.gateway.Failure;
import com.operatoros.payments.money.Currency;
import com.operatoros.payments.report.FailureReason;
import com.operatoros.payments.report.Figure;
import com.operatoros.payments.report.Group;
import com.operatoros.payments.report.Measure;
import com.operatoros.payments.report.Reports;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Shows what the payments come to by month, by project and by client, and why they failed. Long since the page shows
 * four reports, and has a getter for each thing in them.
 */
@Named
@RequestScoped
public class ReportsPage {

    private static final List<Measure> OF_A_MONTH = List.of(
            Measure.BILLED,
            Measure.PAID,
            Measure.PENDING,
            Measure.FAILED,
            Measure.OVERDUE,
            Measure.CANCELED,
            Measure.REFUNDED,
            Measure.LOST,
            Measure.FEES,
            Measure.NET);

    private static final List<Measure> OF_A_PARTY = List.of(
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
    private NamesSlice projects = NamesSlice.NOTHING;
    private NamesSlice clients = NamesSlice.NOTHING;
    private List<FailureReason> failures = List.of();

    private @Nullable String afterProject;
    private @Nullable String afterClient;

    /** Reads all months, and the projects and clients behind those that the address names. */
    public void load() {
        List<Group> latestFirst = new ArrayList<>(reports.months());
        Collections.reverse(latestFirst);
        months = latestFirst;
        failures = reports.failures();
        projects = NamesSlice.of(limit -> reports.part("project", afterProject == null ? "" : afterProject, limit));
        clients = NamesSlice.of(limit -> reports.part("client", afterClient == null ? "" : afterClient, limit));
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

    public List<Group> getProjects() {
        return projects.groups();
    }

    public List<Group> getClients() {
        return clients.groups();
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

    /** The currencies in which payments have failed. */
    public List<Currency> getFailedCurrencies() {
        return failures.stream()
                .map(reason -> reason.figure().sum().currency())
                .distinct()
                .sorted()
                .toList();
    }

    /** A reason, so short that it fits below a bar. */
    public String label(FailureReason reason) {
        return reason.code() == null ? "–" : reason.code();
    }

    public List<Measure> getOfParties() {
        return OF_A_PARTY;
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

    /** The address of the projects behind these; null when there are none. */
    public @Nullable String getNextProjects() {
        return projects.areMore() ? address(projects.last(), afterClient) : null;
    }

    /** The address of the clients behind these; null when there are none. */
    public @Nullable String getNextClients() {
        return clients.areMore() ? address(afterProject, clients.last()) : null;
    }

    private static String address(@Nullable String project, @Nullable String client) {
        return "/admin/reports"
                + ListAddress.empty()
                        .with("after_project", project)
                        .with("after", client)
                        .query();
    }

    public @Nullable String getAfterProject() {
        return afterProject;
    }

    public void setAfterProject(@Nullable String afterProject) {
        this.afterProject = Names.plain(afterProject);
    }

    public @Nullable String getAfterClient() {
        return afterClient;
    }

    public void setAfterClient(@Nullable String afterClient) {
        this.afterClient = Names.plain(afterClient);
    }

    public List<Measure> getMeasures() {
        return OF_A_MONTH;
    }

    public Figure figure(Group group, Measure measure) {
        return group.figures().of(measure);
    }

    /** A name as a part of an address. */
    public String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8);
    }
}
