package com.operatoros.payments.admin;

import com.operatoros.payments.report.Reports;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names that are known already, to choose from while typing. */
@Named
@RequestScoped
public class Suggestions {

    @EJB
    private Reports reports;

    private final Map<String, List<String>> found = new HashMap<>();

    /** Projects that have what was typed in their names. */
    public List<String> projects(@Nullable String typed) {
        return names("project", typed);
    }

    /** Clients' e-mail addresses that have what was typed in them. */
    public List<String> clients(@Nullable String typed) {
        return names("client", typed);
    }

    private List<String> names(String party, @Nullable String typed) {
        String part = typed == null ? "" : typed.strip();
        return found.computeIfAbsent(party + " " + part, key -> reports.names(party, part));
    }
}
