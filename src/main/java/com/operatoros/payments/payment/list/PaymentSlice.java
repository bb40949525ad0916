package com.operatoros.payments.payment.list;

import com.operatoros.payments.payment.Payment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list of payments.
 *
 * @param nextCursor where the next part begins; null behind the last one
 */
public record PaymentSlice(List<Payment> payments, @Nullable String nextCursor) {

    public boolean hasMore() {
        return nextCursor != null;
    }
}
