package com.operatoros.payments.api;

import com.operatoros.payments.text.FieldError;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads what a call asks for in its address; what can't be understood is refused all at once. */
final class QueryParameters {

    private final MultivaluedMap<String, String> parameters;
    private final List<FieldError> errors = new ArrayList<>();

    QueryParameters(MultivaluedMap<String, String> parameters) {
        this.parameters = parameters;
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(parameters.getFirst(name)).filter(text -> !text.isBlank());
    }

    Optional<LocalDate> date(String name) {
        return find(name, "query.date", QueryParameters::parse);
    }

    <T> Optional<T> find(String name, String textKey, Function<String, Optional<T>> parse) {
        Optional<String> text = Optional.ofNullable(parameters.getFirst(name));
        Optional<T> value = text.flatMap(parse);
        if (text.isPresent() && value.isEmpty()) {
            errors.add(FieldError.of(name, textKey));
        }
        return value;
    }

    /** @throws Problem when something could not be understood */
    void refuseWrong() {
        if (!errors.isEmpty()) {
            throw Problem.fields(errors);
        }
    }

    private static Optional<LocalDate> parse(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(date -> date.getYear() >= 1 && date.getYear() <= 9999);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
