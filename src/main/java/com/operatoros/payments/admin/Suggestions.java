package com.operatoros.payments.admin;

import com.operatoros.payments.report.Reports;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names that are known already, to choose from while typing. */
@Named
@RequestScoped
public class Suggestions {

    @EJB
    private Reports reports;

    private @Nullable List<String> projects;
    private @Nullable List<String> clients;

    public List<String> getProjects() {
        List<String> known = projects == null ? reports.names("project") : projects;
        projects = known;
        return known;
    }

    /** The clients' e-mail addresses. */
    public List<String> getClients() {
        List<String> known = clients == null ? reports.names("client") : clients;
        clients = known;
        return known;
    }
}
