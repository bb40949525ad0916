package com.operatoros.payments.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.Payments;
import com.operatoros.payments.stripe.PaymentAtStripe.Seen;
import com.operatoros.payments.stripe.PaymentAtStripe.State;
import com.operatoros.payments.text.Messages;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What counts as a difference (rule R4). */
class DriftPolicyTest {

    @Test
    void money_of_another_currency_is_known_to_have_arrived() {
        List<Difference> differences = differences(Payments.aPaymentWithForeignMoney(), seen(State.USED, true));

        assertEquals(
                List.of(DriftKind.AMOUNT),
                differences.stream().map(Difference::kind).toList());
        assertEquals("$1,500.00", differences.get(0).ours().in(Messages.english()));
        assertEquals("€1,500.00 arrived", differences.get(0).stripe().in(Messages.english()));
    }

    @Test
    void what_is_paid_on_one_side_only_is_told_apart() {
        assertEquals(DriftKind.STATUS, kind(Payments.aPaymentThatIsPaid(), seen(State.INACTIVE, false)));
        assertEquals(DriftKind.PAID_THERE, kind(Payments.aPaymentThatIsOpen(), seen(State.USED, true)));
    }

    @Test
    void a_link_that_takes_payments_when_none_is_wanted_is_told() {
        Seen former = new Seen(State.ACTIVE, Payments.ASKED.amount(), false, true, Map.of());

        assertEquals(DriftKind.LINK_ACTIVE, kind(Payments.aPaymentThatIsPaid(), seen(State.ACTIVE, true)));
        assertEquals(DriftKind.LINK_ACTIVE, kind(Payments.aCanceledPayment(), seen(State.ACTIVE, false)));
        assertEquals(DriftKind.LINK_ACTIVE, kind(Payments.aPaymentThatIsOpen(), former));
    }

    @Test
    void what_agrees_differs_in_nothing() {
        assertEquals(List.of(), differences(Payments.aPaymentThatIsPaid(), seen(State.USED, true)));
        assertEquals(List.of(), differences(Payments.aPaymentThatIsOpen(), seen(State.ACTIVE, false)));
    }

    private static DriftKind kind(Payment payment, Seen seen) {
        return differences(payment, seen).get(0).kind();
    }

    private static List<Difference> differences(Payment payment, Seen seen) {
        return DriftPolicy.differences(payment, seen);
    }

    private static Seen seen(State state, boolean hasMoney) {
        return new Seen(state, Payments.ASKED.amount(), hasMoney, false, Map.of());
    }
}
