package com.operatoros.payments.admin;

import com.operatoros.payments.payment.PaymentType;
import com.operatoros.payments.payment.list.PaymentFilter;
import com.operatoros.payments.payment.list.PaymentSort;
import com.operatoros.payments.payment.list.StatusFilter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of the list of payments that is shown, as the address says; what makes no sense is left out.
 *
 * @param cursor where the part begins; null for the beginning
 */
public record ListView(
        PaymentFilter filter, int limit, @Nullable String cursor) {

    static final List<Integer> SIZES = List.of(25, 50, 100);

    static final ListView EVERYTHING = new ListView(PaymentFilter.newestFirst(), SIZES.get(0), null);

    static ListView read(HttpServletRequest request) {
        PaymentFilter filter = new PaymentFilter(
                find(request, "status", StatusFilter::find),
                find(request, "type", PaymentType::find),
                Names.plain(request.getParameter("q")),
                Names.plain(request.getParameter("project")),
                Names.plain(request.getParameter("client")),
                find(request, "from", ListView::day),
                find(request, "to", ListView::day),
                Optional.ofNullable(find(request, "sort", PaymentSort::find)).orElse(PaymentSort.CREATED_DESC));
        Integer size = find(request, "limit", ListView::size);
        return new ListView(filter, size == null ? SIZES.get(0) : size, request.getParameter("cursor"));
    }

    private static <T> @Nullable T find(HttpServletRequest request, String name, Function<String, Optional<T>> parse) {
        return Optional.ofNullable(request.getParameter(name)).flatMap(parse).orElse(null);
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> day.getYear() >= 1 && day.getYear() <= 9999);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> size(String text) {
        return SIZES.stream().filter(size -> size.toString().equals(text)).findFirst();
    }

    /** The code of the status; empty for all. */
    public String status() {
        return filter.status() == null ? "" : filter.status().code();
    }

    /** The code of the type; empty for all. */
    public String type() {
        return filter.type() == null ? "" : filter.type().code();
    }

    /** The code of the order. */
    public String order() {
        return filter.sort().code();
    }

    /** Whether one of the filters is set that are not always shown. */
    public boolean isNarrowed() {
        return filter.type() != null
                || filter.project() != null
                || filter.client() != null
                || filter.from() != null
                || filter.to() != null;
    }

    /** Whether some payments may be left out. */
    public boolean isFiltered() {
        return filter.status() != null || filter.text() != null || isNarrowed();
    }

    /** The address of the same list from its beginning. */
    ListAddress address() {
        return ListAddress.empty()
                .with("status", status())
                .with("type", type())
                .with("project", filter.project())
                .with("client", filter.client())
                .with("from", text(filter.from()))
                .with("to", text(filter.to()))
                .with("q", filter.text())
                .with("sort", filter.sort() == PaymentSort.CREATED_DESC ? null : order())
                .with("limit", limit == SIZES.get(0) ? null : Integer.toString(limit));
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
