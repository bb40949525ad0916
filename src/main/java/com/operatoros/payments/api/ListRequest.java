package com.operatoros.payments.api;

import com.operatoros.payments.payment.FieldError;
import com.operatoros.payments.payment.PaymentFilter;
import com.operatoros.payments.payment.PaymentSort;
import com.operatoros.payments.payment.PaymentType;
import com.operatoros.payments.payment.StatusFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The parameters of a list of payments; an unknown value is refused, never guessed at. */
record ListRequest(PaymentFilter filter, @Nullable String cursor, int limit) {

    static final int DEFAULT_LIMIT = 25;
    static final int LARGEST_LIMIT = 100;

    static ListRequest read(MultivaluedMap<String, String> parameters) {
        Reader reader = new Reader(parameters, new ArrayList<>());
        PaymentFilter filter = new PaymentFilter(
                reader.find("status", "query.status", StatusFilter::find).orElse(null),
                reader.find("type", "type.unknown", PaymentType::find).orElse(null),
                reader.text("q").orElse(null),
                reader.text("project").orElse(null),
                reader.find("from", "query.date", ListRequest::date).orElse(null),
                reader.find("to", "query.date", ListRequest::date).orElse(null),
                reader.find("sort", "query.sort", PaymentSort::find).orElse(PaymentSort.CREATED_DESC));
        int limit = reader.find("limit", "query.limit", ListRequest::limit).orElse(DEFAULT_LIMIT);
        if (!reader.errors().isEmpty()) {
            throw Problem.fields(reader.errors());
        }
        return new ListRequest(filter, reader.text("cursor").orElse(null), limit);
    }

    static Optional<Integer> limit(String text) {
        if (!text.matches("[0-9]{1,3}")) {
            return Optional.empty();
        }
        return Optional.of(Integer.valueOf(text)).filter(limit -> limit >= 1 && limit <= LARGEST_LIMIT);
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(date -> date.getYear() >= 1 && date.getYear() <= 9999);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private record Reader(MultivaluedMap<String, String> parameters, List<FieldError> errors) {

        Optional<String> text(String name) {
            return Optional.ofNullable(parameters.getFirst(name)).filter(text -> !text.isBlank());
        }

        <T> Optional<T> find(String name, String textKey, Function<String, Optional<T>> parse) {
            Optional<String> text = Optional.ofNullable(parameters.getFirst(name));
            Optional<T> value = text.flatMap(parse);
            if (text.isPresent() && value.isEmpty()) {
                errors.add(new FieldError(name, textKey, List.of()));
            }
            return value;
        }
    }
}
