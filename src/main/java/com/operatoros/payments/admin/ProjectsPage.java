package com.operatoros.payments.admin;

import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.list.PaymentFilter;
import com.operatoros.payments.payment.list.PaymentList;
import com.operatoros.payments.payment.list.PaymentSlice;
import com.operatoros.payments.payment.list.PaymentSort;
import com.operatoros.payments.report.Age;
import com.operatoros.payments.report.Ageing;
import com.operatoros.payments.report.Figure;
import com.operatoros.payments.report.Figures;
import com.operatoros.payments.report.Group;
import com.operatoros.payments.report.Measure;
import com.operatoros.payments.report.Reports;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ledger of each project: all of them, or the one that the address names. */
@Named
@RequestScoped
public class ProjectsPage {

    static final List<Measure> LEDGER =
            List.of(Measure.BILLED, Measure.PAID, Measure.OUTSTANDING, Measure.OVERDUE, Measure.REFUNDED);

    private static final int LATEST = 10;

    @EJB
    private Reports reports;

    @EJB
    private PaymentList list;

    private @Nullable String project;
    private @Nullable String after;
    private @Nullable String next;
    private List<Group> groups = List.of();
    private List<Ageing> ageing = List.of();
    private List<Payment> latest = List.of();

    /** Reads what the address names. */
    public void load() {
        String name = project;
        if (name == null) {
            NamesSlice part = NamesSlice.of(limit -> reports.part("project", after == null ? "" : after, limit));
            groups = part.groups();
            next = part.areMore()
                    ? "/admin/projects"
                            + ListAddress.empty().with("after", part.last()).query()
                    : null;
            return;
        }
        List<Figures> figures = reports.project(name);
        groups = figures.stream().map(each -> new Group(name, each)).toList();
        ageing = reports.ageing(name);
        latest = list.slice(
                        new PaymentFilter(null, null, null, name, null, null, null, PaymentSort.CREATED_DESC),
                        null,
                        LATEST)
                .map(PaymentSlice::payments)
                .orElse(latest);
    }

    /** The address of the projects behind these; null when there are none. */
    public @Nullable String getNext() {
        return next;
    }

    public @Nullable String getAfter() {
        return after;
    }

    public void setAfter(@Nullable String after) {
        this.after = Names.plain(after);
    }

    public List<Group> getGroups() {
        return groups;
    }

    public List<Ageing> getAgeing() {
        return ageing;
    }

    public List<Payment> getLatest() {
        return latest;
    }

    public List<Measure> getMeasures() {
        return LEDGER;
    }

    public List<Age> getAges() {
        return Arrays.asList(Age.values());
    }

    /** A figure of a project in one currency. */
    public Figure figure(Group group, Measure measure) {
        return group.figures().of(measure);
    }

    public Figure aged(Ageing of, Age age) {
        return of.of(age);
    }

    /** The address of a project's ledger. */
    public String ledger(String name) {
        return "/admin/projects" + ListAddress.empty().with("project", name).query();
    }

    /** The address of a project's payments. */
    public String payments(String name) {
        return "/admin/payments" + ListAddress.empty().with("project", name).query();
    }

    public @Nullable String getProject() {
        return project;
    }

    public void setProject(@Nullable String project) {
        this.project = Names.plain(project);
    }
}
