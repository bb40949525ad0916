package com.operatoros.payments.api;

import com.operatoros.payments.payment.PaymentType;
import com.operatoros.payments.payment.list.PaymentFilter;
import com.operatoros.payments.payment.list.PaymentSort;
import com.operatoros.payments.payment.list.StatusFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parameters of a list of payments; an unknown value is refused, never guessed at. */
record ListRequest(PaymentFilter filter, @Nullable String cursor, int limit) {

    static final int DEFAULT_LIMIT = 25;
    static final int LARGEST_LIMIT = 100;

    static ListRequest read(MultivaluedMap<String, String> parameters) {
        QueryParameters query = new QueryParameters(parameters);
        PaymentFilter filter = filter(query);
        int limit = query.find("limit", "query.limit", ListRequest::limit).orElse(DEFAULT_LIMIT);
        query.refuseWrong();
        return new ListRequest(filter, query.text("cursor").orElse(null), limit);
    }

    /** Which payments, and in which order. */
    static PaymentFilter filter(QueryParameters query) {
        return new PaymentFilter(
                query.find("status", "query.status", StatusFilter::find).orElse(null),
                query.find("type", "type.unknown", PaymentType::find).orElse(null),
                query.text("q").orElse(null),
                query.text("project").orElse(null),
                query.text("client").orElse(null),
                query.date("from").orElse(null),
                query.date("to").orElse(null),
                query.find("sort", "query.sort", PaymentSort::find).orElse(PaymentSort.CREATED_DESC));
    }

    static Optional<Integer> limit(String text) {
        if (!text.matches("[0-9]{1,3}")) {
            return Optional.empty();
        }
        return Optional.of(Integer.valueOf(text)).filter(limit -> limit >= 1 && limit <= LARGEST_LIMIT);
    }
}
