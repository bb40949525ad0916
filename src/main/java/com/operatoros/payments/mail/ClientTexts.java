package com.operatoros.payments.mail;

import com.operatoros.payments.business.BillingProfile;
import com.operatoros.payments.business.Business;
import com.operatoros.payments.mail.MailText.Link;
import com.operatoros.payments.mail.MailText.Row;
import com.operatoros.payments.money.Money;
import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.PaymentType;
import com.operatoros.payments.text.Messages;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes what a client reads about a payment. Long since each row of it is there only when there is something to say. */
@Dependent
class ClientTexts {

    private static final Locale READERS = Locale.US;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(READERS);

    private final BillingProfile profile;
    private final Messages texts = Messages.english();

    @Inject
    ClientTexts(BillingProfile profile) {
        this.profile = profile;
    }

    /** Asks for the money: the link, or the invoice. */
    MailText request(Payment payment) {
        String what = payment.bill().type().code();
        String amount = format(asked(payment));
        return new MailText(
                subject(what, payment),
                List.of(
                        greeting(payment),
                        texts.get(
                                "mail." + what + ".lead", amount, payment.bill().projectName())),
                rows(payment, amount),
                new Link(
                        texts.get("mail." + what + ".action"),
                        profile.payUrl(payment.origin().payToken())),
                pdf(payment),
                closing(payment),
                sender());
    }

    /** Thanks for it. */
    MailText receipt(Payment payment) {
        String amount = format(payment.outcome().amountPaid());
        return new MailText(
                subject("receipt", payment),
                List.of(
                        greeting(payment),
                        texts.get("mail.receipt.lead", amount, payment.bill().projectName())),
                rows(payment, format(payment.amount())),
                new Link(
                        texts.get("mail.receipt.action"),
                        profile.payUrl(payment.origin().payToken())),
                pdf(payment),
                closing(payment),
                sender());
    }

    private String subject(String what, Payment payment) {
        String business = profile.businessName();
        return business.isEmpty()
                ? texts.get("mail." + what + ".subject", payment.bill().projectName())
                : texts.get("mail." + what + ".subject.named", payment.bill().projectName(), business);
    }

    private String greeting(Payment payment) {
        String name = payment.bill().clientName();
        return name == null ? texts.get("mail.greeting") : texts.get("mail.greeting.named", name);
    }

    private List<Row> rows(Payment payment, String amount) {
        List<Row> rows = new ArrayList<>();
        add(rows, "project", payment.bill().projectName());
        add(
                rows,
                "description",
                payment.bill().description().equals(payment.bill().projectName())
                        ? null
                        : payment.bill().description());
        add(rows, "invoice", payment.stripe().invoiceNumber());
        add(rows, "amount", format(payment.amount()));
        add(rows, "credited", some(payment.outcome().credited()));
        add(
                rows,
                "paid_so_far",
                payment.outcome().isPartlyPaid() ? some(payment.outcome().amountPaid()) : null);
        add(rows, "rest", amount.equals(format(payment.amount())) ? null : amount);
        boolean isPaid = payment.outcome().paidAt() != null;
        add(rows, "due", isPaid ? null : date(payment.bill().dueDate()));
        add(rows, "paid", isPaid ? date(paidOn(payment)) : null);
        add(rows, "paid_by", isPaid ? payment.outcome().paidBy().name() : null);
        add(
                rows,
                "paid_with",
                isPaid
                        ? payment.outcome()
                                .paidBy()
                                .means()
                                .map(means -> means.in(texts))
                                .orElse(null)
                        : null);
        add(rows, "reference", payment.reference());
        return rows;
    }

    /** What is still to be paid. */
    private static Money asked(Payment payment) {
        Money rest = payment.outcome().outstanding();
        return rest.minor() > 0 ? rest : payment.amount();
    }

    private static @Nullable String some(Money money) {
        return money.minor() > 0 ? format(money) : null;
    }

    private void add(List<Row> rows, String name, @Nullable String value) {
        if (value != null) {
            rows.add(new Row(texts.get("mail.row." + name), value));
        }
    }

    private LocalDate paidOn(Payment payment) {
        return LocalDate.ofInstant(Objects.requireNonNull(payment.outcome().paidAt()), profile.zone());
    }

    private static @Nullable String date(@Nullable LocalDate day) {
        return day == null ? null : DATE.format(day);
    }

    private List<Link> pdf(Payment payment) {
        boolean hasPdf = payment.bill().type() == PaymentType.INVOICE
                && payment.gateway().pdfUrl() != null;
        return hasPdf
                ? List.of(new Link(
                        texts.get("mail.pdf"), profile.payUrl(payment.origin().payToken()) + "/pdf"))
                : List.of();
    }

    private List<String> closing(Payment payment) {
        Business business = profile.business();
        Stream<@Nullable String> lines = Stream.of(
                texts.get("mail.questions"),
                payment.isLive() ? null : texts.get("mail.test_mode"),
                payment.bill().type() == PaymentType.INVOICE ? business.footer() : null);
        return lines.filter(Objects::nonNull).map(String::valueOf).toList();
    }

    private List<String> sender() {
        Business business = profile.business();
        Stream<@Nullable String> lines = Stream.of(
                business.name(),
                business.address(),
                business.phone(),
                business.email(),
                business.website(),
                business.taxId() == null ? null : texts.get("mail.tax_id", business.taxId()));
        return lines.filter(Objects::nonNull)
                .map(String::valueOf)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String format(Money money) {
        return money.format(READERS);
    }
}
