package com.operatoros.payments.report;

import static com.operatoros.payments.report.Spreadsheet.amount;
import static com.operatoros.payments.report.Spreadsheet.safe;
import static com.operatoros.payments.report.Spreadsheet.text;

import com.operatoros.payments.business.BillingProfile;
import com.operatoros.payments.gateway.Failure;
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
import java.util.Optional;

/** Writes payments as comma-separated values (RFC 4180), page by page, so that a long list needs no memory. */
@ApplicationScoped
public class PaymentExport {

    private static final int PAGE = 5000;

    private static final List<String> COLUMNS = List.of(
            "reference",
            "type",
            "status",
            "overdue",
            "project_name",
            "client_name",
            "client_email",
            "description",
            "currency",
            "amount",
            "amount_paid",
            "amount_refunded",
            "due_date",
            "created_at",
            "paid_at",
            "failure",
            "dispute",
            "invoice_number",
            "mode",
            "id");

    @EJB
    private PaymentList list;

    @Inject
    private BillingProfile profile;

    @Inject
    private Clock clock;

    /** Writes all payments of a filter in its order. */
    public void write(PaymentFilter filter, OutputStream out) throws IOException {
        LocalDate today = profile.today(clock);
        Spreadsheet file = new Spreadsheet(out, COLUMNS);
        Optional<PaymentSlice> page = list.slice(filter, null, PAGE);
        while (page.isPresent()) {
            page.get().payments().forEach(payment -> file.row(record(payment, today)));
            file.flush();
            String next = page.get().nextCursor();
            page = next == null ? Optional.empty() : list.slice(filter, next, PAGE);
        }
        file.flush();
    }

    private static List<String> record(Payment payment, LocalDate today) {
        return List.of(
                payment.reference(),
                payment.bill().type().code(),
                payment.status().code(),
                Boolean.toString(payment.isOverdue(today)),
                safe(payment.bill().projectName()),
                safe(payment.bill().clientName()),
                safe(payment.bill().clientEmail()),
                safe(payment.bill().description()),
                payment.amount().currency().code(),
                amount(payment.amount()),
                amount(payment.outcome().amountPaid()),
                amount(payment.outcome().amountRefunded()),
                text(payment.bill().dueDate()),
                payment.createdAt().toString(),
                text(payment.outcome().paidAt()),
                safe(payment.outcome().failure().map(PaymentExport::reason).orElse(null)),
                payment.outcome()
                        .dispute()
                        .map(dispute -> dispute.state().code())
                        .orElse(""),
                safe(payment.stripe().invoiceNumber()),
                payment.isLive() ? "live" : "test",
                payment.id().toString());
    }

    private static String reason(Failure failure) {
        return Messages.english().reason(failure.code(), failure.message());
    }
}
