package com.operatoros.payments.report;

import com.operatoros.payments.business.BillingProfile;
import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.list.PaymentFilter;
import com.operatoros.payments.payment.list.PaymentList;
import com.operatoros.payments.payment.list.PaymentSlice;
import com.operatoros.payments.text.Messages;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes payments as a file, page by page, so that a long list needs no memory. */
@ApplicationScoped
public class PaymentExport {

    private static final int PAGE = 5000;

    @EJB
    private PaymentList list;

    @Inject
    private BillingProfile profile;

    @Inject
    private Clock clock;

    /**
     * Writes all payments of a filter in its order.
     *
     * @param language of the heads, the numbers and the dates, where the form has any
     */
    public void write(PaymentFilter filter, FileForm form, Locale language, OutputStream out) throws IOException {
        LocalDate today = profile.today(clock);
        Table table = table(form, language, out);
        Optional<PaymentSlice> page = list.slice(filter, null, PAGE);
        while (page.isPresent()) {
            for (Payment payment : page.get().payments()) {
                table.row(cells(payment, today));
            }
            table.flush();
            String next = page.get().nextCursor();
            page = next == null ? Optional.empty() : list.slice(filter, next, PAGE);
        }
        table.end();
    }

    private Table table(FileForm form, Locale language, OutputStream out) {
        Messages messages = Messages.in(language);
        List<String> heads = Stream.of(PaymentColumn.values())
                .map(column -> messages.get("column." + column.code()))
                .toList();
        return switch (form) {
            case CSV ->
                CsvTable.forPrograms(
                        out,
                        Stream.of(PaymentColumn.values())
                                .map(PaymentColumn::code)
                                .toList(),
                        profile.zone());
            case EXCEL -> CsvTable.forPeople(out, heads, language, profile.zone());
            case XLSX -> new Workbook(out, messages.get("nav.payments"), heads, profile.zone());
        };
    }

    private static List<Cell> cells(Payment payment, LocalDate today) {
        return Stream.of(PaymentColumn.values())
                .map(column -> column == PaymentColumn.OVERDUE
                        ? Cell.code(Boolean.toString(payment.isOverdue(today)))
                        : column.of(payment))
                .toList();
    }
}
