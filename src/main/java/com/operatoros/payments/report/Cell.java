package com.operatoros.payments.report;

import com.operatoros.payments.money.Amount;
import com.operatoros.payments.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A cell of a table: what it is decides how each form of file writes it. */
sealed interface Cell {

    /** Nothing. */
    record Empty() implements Cell {}

    /** A code or an id of our own, which nobody else can have written. */
    record Code(String text) implements Cell {}

    /** What others have written. */
    record Words(String text) implements Cell {}

    /** Money; its currency stands in a cell of its own. */
    record Sum(Amount amount) implements Cell {}

    /** A day of the calendar. */
    record Day(LocalDate date) implements Cell {}

    /** A moment. */
    record Moment(Instant at) implements Cell {}

    static Cell code(@Nullable String text) {
        return text == null ? new Empty() : new Code(text);
    }

    static Cell words(@Nullable String text) {
        return text == null ? new Empty() : new Words(text);
    }

    static Cell sum(Money money) {
        return new Sum(money.amount());
    }

    static Cell sum(Optional<Amount> amount) {
        return amount.<Cell>map(Sum::new).orElseGet(Empty::new);
    }

    static Cell day(@Nullable LocalDate date) {
        return date == null ? new Empty() : new Day(date);
    }

    static Cell moment(@Nullable Instant at) {
        return at == null ? new Empty() : new Moment(at);
    }
}
