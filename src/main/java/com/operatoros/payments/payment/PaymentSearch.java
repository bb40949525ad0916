package com.operatoros.payments.payment;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns a filter into a query, one condition for each part of it. */
final class PaymentSearch {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final PaymentSort sort;

    PaymentSearch(PaymentFilter filter, ZoneId zone, LocalDate today) {
        sort = filter.sort();
        if (filter.status() != null) {
            status(filter.status(), today);
        }
        add("p.type = :type", "type", filter.type());
        add("p.projectName = :project", "project", filter.project());
        add("p.createdAt >= :from", "from", startOf(filter.from(), zone));
        LocalDate to = filter.to();
        add("p.createdAt < :to", "to", to == null ? null : startOf(to.plusDays(1), zone));
        if (filter.text() != null) {
            text(filter.text());
        }
    }

    void behind(PaymentCursor cursor) {
        conditions.add(sort.after());
        parameters.put("key", cursor.key());
        parameters.put("keyId", cursor.id());
    }

    TypedQuery<Payment> query(EntityManager entities) {
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        TypedQuery<Payment> query =
                entities.createQuery("select p from Payment p" + where + sort.orderBy(), Payment.class);
        parameters.forEach(query::setParameter);
        return query;
    }

    private void status(StatusFilter filter, LocalDate today) {
        switch (filter) {
            case OVERDUE -> {
                add("p.dueDate < :today", "today", today);
                add("p.status in :statuses", "statuses", List.of(PaymentStatus.PENDING, PaymentStatus.FAILED));
            }
            case ATTENTION -> conditions.add("p.alarms.areUnseen = true");
            case REFUNDED -> conditions.add("p.amountRefundedMinor > 0");
            case DISPUTED -> conditions.add("p.dispute.status is not null");
            default -> add("p.status in :statuses", "statuses", List.copyOf(filter.statuses()));
        }
    }

    private void text(String text) {
        String folded = text.strip().toLowerCase(Locale.ROOT);
        String pattern = "%" + folded.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
        add(
                "(p.searchText like :text escape '!' or lower(p.stripe.invoiceNumber) like :text escape '!'"
                        + " or lower(p.stripe.customer) like :text escape '!' or exists (select o.id from StripeObject o"
                        + " where o.paymentId = p.id and lower(o.id) like :text escape '!'))",
                "text",
                pattern);
    }

    private void add(String condition, String parameter, @Nullable Object value) {
        if (value instanceof String text && text.indexOf('\0') >= 0) {
            // No text in the database can hold it, and the database refuses even to look for it.
            conditions.add("1 = 0");
        } else if (value != null) {
            conditions.add(condition);
            parameters.put(parameter, value);
        }
    }

    private static @Nullable Instant startOf(@Nullable LocalDate day, ZoneId zone) {
        return day == null ? null : day.atStartOfDay(zone).toInstant();
    }
}
