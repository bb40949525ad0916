package com.operatoros.payments.payment.list;

import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import com.operatoros.payments.business.BillingProfile;
import com.operatoros.payments.payment.Payment;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lists payments, a slice at a time. */
@Stateless
@RolesAllowed("admin")
@TransactionAttribute(SUPPORTS)
public class PaymentList {
    @PersistenceContext(unitName = "payments")
    private EntityManager entities;

    @Inject
    private BillingProfile profile;

    @Inject
    private Clock clock;

    /**
     * Lists a slice of the payments that the filter lets through.
     *
     * @param cursor where the slice begins; null for the first one
     * @return nothing when the cursor is not one of ours for this order
     */
    public Optional<PaymentSlice> slice(PaymentFilter filter, @Nullable String cursor, int limit) {
        LocalDate today = profile.today(clock);
        PaymentSearch search = new PaymentSearch(filter, profile.zone(), today);
        if (cursor != null) {
            Optional<PaymentCursor> start = PaymentCursor.read(cursor, filter.sort());
            if (start.isEmpty()) {
                return Optional.empty();
            }
            search.behind(start.get());
        }
        List<Payment> found = search.first(limit + 1, entities);
        if (found.size() <= limit) {
            return Optional.of(new PaymentSlice(List.copyOf(found), null));
        }
        List<Payment> payments = List.copyOf(found.subList(0, limit));
        String next =
                PaymentCursor.behind(payments.get(limit - 1), filter.sort()).text();
        return Optional.of(new PaymentSlice(payments, next));
    }
}
