package com.operatoros.payments.admin;

import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.PaymentFilter;
import com.operatoros.payments.payment.PaymentPage;
import com.operatoros.payments.payment.PaymentQueries;
import com.operatoros.payments.payment.PaymentSort;
import com.operatoros.payments.payment.PaymentType;
import com.operatoros.payments.payment.StatusFilter;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The list of payments; what is shown follows from the address alone, of which what makes no sense is left out. */
@Named
@RequestScoped
public class PaymentsPage {

    private static final int PAGE_SIZE = 25;
    private static final List<Integer> PAGE_SIZES = List.of(PAGE_SIZE, 50, 100);
    private static final String LIST = "/admin/payments";
    private static final String EXPORT = "/admin/payments/export";

    @EJB
    private PaymentQueries queries;

    private @Nullable String status;
    private @Nullable String type;
    private @Nullable String project;
    private @Nullable String from;
    private @Nullable String to;
    private @Nullable String text;
    private @Nullable String sort;
    private @Nullable String limit;
    private @Nullable String cursor;
    private PaymentPage found = new PaymentPage(List.of(), null);

    /** Reads the part that the address names; a cursor that is not ours shows the first one. */
    public void load() {
        Optional<StatusFilter> wanted = find(status, StatusFilter::find);
        status = wanted.map(StatusFilter::code).orElse(null);
        Optional<PaymentType> wantedType = find(type, PaymentType::find);
        type = wantedType.map(PaymentType::code).orElse(null);
        Optional<LocalDate> first = find(from, PaymentsPage::day);
        from = first.map(LocalDate::toString).orElse(null);
        Optional<LocalDate> last = find(to, PaymentsPage::day);
        to = last.map(LocalDate::toString).orElse(null);
        PaymentSort order = find(sort, PaymentSort::find).orElse(PaymentSort.CREATED_DESC);
        sort = order == PaymentSort.CREATED_DESC ? null : order.code();
        int size = find(limit, PaymentsPage::size).orElse(PAGE_SIZE);
        limit = size == PAGE_SIZE ? null : Integer.toString(size);
        PaymentFilter filter = new PaymentFilter(
                wanted.orElse(null),
                wantedType.orElse(null),
                text,
                project,
                first.orElse(null),
                last.orElse(null),
                order);
        found = queries.list(filter, cursor, size)
                .or(() -> queries.list(filter, null, size))
                .orElse(found);
    }

    private static <T> Optional<T> find(@Nullable String text, Function<String, Optional<T>> parse) {
        return Optional.ofNullable(text).flatMap(parse);
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> day.getYear() >= 1 && day.getYear() <= 9999);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> size(String text) {
        return PAGE_SIZES.stream().filter(size -> size.toString().equals(text)).findFirst();
    }

    public List<Payment> getPayments() {
        return found.payments();
    }

    public List<Integer> getSizes() {
        return PAGE_SIZES;
    }

    /** The same list with another value of one parameter, from its beginning. */
    public String with(String name, @Nullable String value) {
        return LIST + address().with(name, value).query();
    }

    /** The list in the order of a column, and in the opposite order when it is in that order already. */
    public String sortedBy(String column) {
        String descending = "-" + column;
        // What is due soonest matters more than what is due last.
        String first = column.equals("due") ? column : descending;
        String other = first.equals(column) ? descending : column;
        return with("sort", first.equals(getOrder()) ? other : first);
    }

    /** How the column is sorted, in the words of WAI-ARIA. */
    public String direction(String column) {
        if (getOrder().equals(column)) {
            return "ascending";
        }
        return getOrder().equals("-" + column) ? "descending" : "none";
    }

    /** Where the older payments begin; null when there are none. */
    public @Nullable String getOlder() {
        return found.nextCursor() == null
                ? null
                : LIST + address().with("cursor", found.nextCursor()).query();
    }

    /** The beginning of the same list. */
    public String getFirst() {
        return LIST + address().query();
    }

    /** All that the list has, as a file. */
    public String getExport() {
        return EXPORT + address().with("limit", null).query();
    }

    private ListAddress address() {
        return ListAddress.empty()
                .with("status", status)
                .with("type", type)
                .with("project", project)
                .with("from", from)
                .with("to", to)
                .with("q", text)
                .with("sort", sort)
                .with("limit", limit);
    }

    /** Whether some payments may be left out. */
    public boolean isFiltered() {
        return status != null || text != null || isNarrowed();
    }

    /** Whether one of the filters is set that are not always shown. */
    public boolean isNarrowed() {
        return type != null || project != null || from != null || to != null;
    }

    public String getOrder() {
        return sort == null ? PaymentSort.CREATED_DESC.code() : sort;
    }

    public @Nullable String getStatus() {
        return status;
    }

    public void setStatus(@Nullable String status) {
        this.status = status;
    }

    public @Nullable String getType() {
        return type;
    }

    public void setType(@Nullable String type) {
        this.type = type;
    }

    public @Nullable String getProject() {
        return project;
    }

    public void setProject(@Nullable String project) {
        this.project = Names.plain(project);
    }

    public @Nullable String getFrom() {
        return from;
    }

    public void setFrom(@Nullable String from) {
        this.from = from;
    }

    public @Nullable String getTo() {
        return to;
    }

    public void setTo(@Nullable String to) {
        this.to = to;
    }

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = Names.plain(text);
    }

    public @Nullable String getSort() {
        return sort;
    }

    public void setSort(@Nullable String sort) {
        this.sort = sort;
    }

    public @Nullable String getLimit() {
        return limit;
    }

    public void setLimit(@Nullable String limit) {
        this.limit = limit;
    }

    public @Nullable String getCursor() {
        return cursor;
    }

    public void setCursor(@Nullable String cursor) {
        this.cursor = cursor;
    }
}
