package com.operatoros.payments.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.operatoros.payments.gateway.IntentId;
import com.operatoros.payments.gateway.PayerReport;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who paid, whichever of the page and the charge tells first (rule P2). */
class PaymentPayerTest {

    private static final PayerReport PAGE = report(null, "typed@example.com", true);
    private static final PayerReport CHARGE = report("Jenny Rosen", "bank@example.com", false);
    private static final PayerReport NAMED_PAGE = report("Jenny R.", null, true);

    static Stream<List<PayerReport>> orders() {
        return Stream.of(
                List.of(PAGE, CHARGE, PAGE),
                List.of(CHARGE, PAGE, CHARGE),
                List.of(CHARGE, CHARGE, PAGE),
                List.of(PAGE, CHARGE));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void what_was_typed_counts_field_by_field_in_any_order(List<PayerReport> reports) {
        PaidBy paidBy = told(reports);

        assertEquals("Jenny Rosen", paidBy.name());
        assertEquals("typed@example.com", paidBy.email());
    }

    @Test
    void a_typed_name_stands_beside_the_address_of_the_charge() {
        for (List<PayerReport> order : List.of(List.of(NAMED_PAGE, CHARGE), List.of(CHARGE, NAMED_PAGE))) {
            PaidBy paidBy = told(order);

            assertEquals("Jenny R.", paidBy.name());
            assertEquals("bank@example.com", paidBy.email());
        }
    }

    private static PaidBy told(List<PayerReport> reports) {
        Payment payment = Payments.aPaidPayment();
        reports.forEach(payment::report);
        return payment.outcome().paidBy();
    }

    private static PayerReport report(@Nullable String name, @Nullable String email, boolean isTyped) {
        return new PayerReport(new IntentId("pi_1"), new PayerReport.Payer(name, email), isTyped, null, null, null);
    }
}
