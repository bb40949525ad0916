package com.operatoros.payments.payment.list;

import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.PaymentStatus;
import com.operatoros.payments.payment.PaymentType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Turns a filter into queries that read no more than they must, however many payments there are.
 *
 * <p>Without a text an index gives the order. With a text there are two ways: to go through the payments in the order
 * that is shown and look at each whether it has the text, which is quick when many have it; or to take from the index of
 * texts all that have it and put them in order, which is quick when few have it. How many have it is known only
 * afterwards, so the first way is tried for a while.
 */
final class PaymentSearch {

    /**
     * How many payments are looked at one by one, at least and for each that is wanted: about as quick as ten times as many
     * that have the text.
     */
    private static final int TRIED = 5000;

    private static final int TRIED_FOR_EACH = 2;

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> parameters = new ArrayList<>();
    private final PaymentSort sort;
    private @Nullable String pattern;

    PaymentSearch(PaymentFilter filter, ZoneId zone, LocalDate today) {
        sort = filter.sort();
        if (filter.status() != null) {
            status(filter.status(), today);
        }
        PaymentType type = filter.type();
        add("p.type = ", type == null ? null : type.code());
        add("p.project_name = ", filter.project());
        add("p.client_email = ", filter.client());
        add("p.created_at >= ", startOf(filter.from(), zone));
        LocalDate to = filter.to();
        add("p.created_at < ", startOf(to == null ? null : to.plusDays(1), zone));
        if (filter.text() != null) {
            text(filter.text());
        }
    }

    void behind(PaymentCursor cursor) {
        conditions.add(sort.behind(parameter(cursor.storedKey()), parameter(cursor.id())));
    }

    /** The first payments in the order of the filter. */
    List<Payment> first(int limit, EntityManager entities) {
        if (pattern == null) {
            return payments("select p.* from payment p" + where() + sort.orderBy() + " limit " + limit, entities);
        }
        String like = parameter(pattern);
        List<Payment> found = payments(inOrder(like, limit), entities);
        return found.size() == limit ? found : payments(byText(like, limit), entities);
    }

    private String inOrder(String like, int limit) {
        int tried = Math.max(TRIED, TRIED_FOR_EACH * limit);
        return "select p.* from (select p.* from payment p" + where() + sort.orderBy() + " limit " + tried + ") p"
                + " where exists (select from payment_term t where t.payment_id = p.id and t.term like " + like
                + " escape '!')" + sort.orderBy() + " limit " + limit;
    }

    private String byText(String like, int limit) {
        // Without the offset the planner would go through the payments in their order again.
        return "with found as materialized (select distinct payment_id from payment_term where term like " + like
                + " escape '!') select p.* from (select p.* from found join payment p on p.id = found.payment_id"
                + where() + " offset 0) p" + sort.orderBy() + " limit " + limit;
    }

    @SuppressWarnings("unchecked")
    private List<Payment> payments(String sql, EntityManager entities) {
        Query query = entities.createNativeQuery(sql, Payment.class);
        for (int i = 0; i < parameters.size(); i++) {
            query.setParameter(i + 1, parameters.get(i));
        }
        return query.getResultList();
    }

    private void status(StatusFilter filter, LocalDate today) {
        switch (filter) {
            case OVERDUE -> {
                add("p.due_date < ", today);
                among(List.of(PaymentStatus.PENDING, PaymentStatus.FAILED));
            }
            case ATTENTION -> conditions.add("p.needs_attention");
            case REFUNDED -> conditions.add("p.amount_refunded_minor > 0");
            case DISPUTED -> conditions.add("p.dispute_status is not null");
            default -> among(filter.statuses());
        }
    }

    private void among(Collection<PaymentStatus> statuses) {
        conditions.add(statuses.stream()
                .map(status -> parameter(status.code()))
                .sorted()
                .collect(Collectors.joining(", ", "p.status in (", ")")));
    }

    private void text(String text) {
        String folded = text.strip().toLowerCase(Locale.ROOT);
        if (isStorable(folded)) {
            pattern = "%" + folded.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
        }
    }

    private void add(String condition, @Nullable Object value) {
        if (value != null && isStorable(value)) {
            conditions.add(condition + parameter(value));
        }
    }

    /** No text in the database can hold a zero, and the database refuses even to look for it: then nothing is found. */
    private boolean isStorable(Object value) {
        boolean isStorable = !(value instanceof String text) || text.indexOf('\0') < 0;
        if (!isStorable) {
            conditions.add("false");
        }
        return isStorable;
    }

    private String parameter(Object value) {
        parameters.add(value);
        return "?" + parameters.size();
    }

    private String where() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    private static @Nullable OffsetDateTime startOf(@Nullable LocalDate day, ZoneId zone) {
        return day == null ? null : day.atStartOfDay(zone).toOffsetDateTime();
    }
}
