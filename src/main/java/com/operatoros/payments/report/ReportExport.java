package com.operatoros.payments.report;

import com.operatoros.payments.text.Messages;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Writes the figures of a report as comma-separated values, one row for each currency. */
@ApplicationScoped
public class ReportExport {

    private static final int PART = 1000;

    private static final List<String> OF_FAILURES = List.of("code", "reason", "currency", "failed", "failed_count");

    @EJB
    private Reports reports;

    /** Writes a whole report. */
    public void write(Report report, OutputStream out) throws IOException {
        switch (report) {
            case MONTHS -> months(out);
            case PROJECTS -> parties("project", out);
            case CLIENTS -> parties("client", out);
            case FAILURES -> failures(out);
        }
    }

    private void months(OutputStream out) throws IOException {
        Spreadsheet file = file("month", out);
        reports.months().forEach(group -> file.row(row(group)));
        file.flush();
    }

    /** There may be very many: they are read part by part. */
    private void parties(String party, OutputStream out) throws IOException {
        Spreadsheet file = file(party, out);
        List<Group> part = reports.part(party, "", PART);
        while (!part.isEmpty()) {
            part.forEach(group -> file.row(row(group)));
            file.flush();
            part = reports.part(party, part.get(part.size() - 1).name(), PART);
        }
        file.flush();
    }

    private static Spreadsheet file(String name, OutputStream out) throws IOException {
        List<String> columns = new ArrayList<>(List.of(name, "currency"));
        for (Measure measure : Measure.values()) {
            columns.add(measure.code());
            columns.add(measure.code() + "_count");
        }
        columns.add("time_to_pay_seconds");
        return new Spreadsheet(out, columns);
    }

    private static List<String> row(Group group) {
        Figures figures = group.figures();
        List<String> fields = new ArrayList<>(
                List.of(Spreadsheet.safe(group.name()), figures.currency().code()));
        for (Measure measure : Measure.values()) {
            fields.add(Spreadsheet.amount(figures.of(measure).sum()));
            fields.add(Long.toString(figures.of(measure).count()));
        }
        fields.add(Spreadsheet.text(
                figures.of(Measure.PAID).average().map(Duration::toSeconds).orElse(null)));
        return fields;
    }

    private void failures(OutputStream out) throws IOException {
        Spreadsheet file = new Spreadsheet(out, OF_FAILURES);
        for (FailureReason reason : reports.failures()) {
            file.row(List.of(
                    Spreadsheet.safe(reason.code()),
                    Messages.english().reason(reason.code(), ""),
                    reason.figure().sum().currency().code(),
                    Spreadsheet.amount(reason.figure().sum()),
                    Long.toString(reason.figure().count())));
        }
        file.flush();
    }
}
