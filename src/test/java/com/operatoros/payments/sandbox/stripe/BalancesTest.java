package com.operatoros.payments.sandbox.stripe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.CustomerBalanceTransaction;
import com.stripe.model.Invoice;
import com.stripe.param.CustomerBalanceTransactionCreateParams;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules SI9 and SK20 of the sandbox: what customers have in credit, or owe, beside their invoices. */
class BalancesTest {

    private StripeSandbox sandbox;
    private Billing billing;

    @BeforeEach
    void start() throws IOException {
        sandbox = StripeSandbox.start(new StripeSandbox.Settings(0, "whsec_test", null, null));
        billing = new Billing(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void a_credit_lowers_what_is_due_and_comes_back_when_the_invoice_is_void() throws Exception {
        Invoice draft = billing.aDraftOf(1000);
        adjust(draft, -300);

        Invoice open = billing.stripe().v1().invoices().finalizeInvoice(draft.getId());
        long during = customer(draft).getBalance();
        billing.stripe().v1().invoices().voidInvoice(draft.getId());

        assertEquals(List.of(1000L, 700L), List.of(open.getTotal(), open.getAmountDue()));
        assertEquals(0, during);
        assertEquals(-300, customer(draft).getBalance());
        assertEquals(
                List.of(-300L, 300L, -300L),
                transactions(draft).stream()
                        .map(CustomerBalanceTransaction::getAmount)
                        .toList());
    }

    @Test
    void a_credit_over_all_pays_the_invoice_at_once_and_a_debt_adds_to_the_next() throws Exception {
        Invoice draft = billing.aDraftOf(1000);
        adjust(draft, -1000);
        Invoice indebted = billing.aDraftOf(1000);
        adjust(indebted, 250);

        Invoice paid = billing.stripe().v1().invoices().finalizeInvoice(draft.getId());
        Invoice due = billing.stripe().v1().invoices().finalizeInvoice(indebted.getId());

        assertEquals("paid", paid.getStatus());
        assertEquals(0, paid.getAmountDue());
        assertEquals(1250, due.getAmountDue());
        assertEquals(0, customer(indebted).getBalance());
    }

    @Test
    void a_person_gives_a_credit_by_the_address_of_the_customer() throws Exception {
        Customer customer = billing.aCustomer("credit@example.com");
        SandboxClient client = new SandboxClient(sandbox);

        client.use("/_sandbox/balance", "{\"email\":\"credit@example.com\",\"credit\":300,\"currency\":\"USD\"}");
        int other = client.control(
                        "POST",
                        "/_sandbox/balance",
                        "{\"email\":\"credit@example.com\",\"debt\":1,\"currency\":\"EUR\"}")
                .statusCode();
        int neither = client.control(
                        "POST", "/_sandbox/balance", "{\"email\":\"credit@example.com\",\"currency\":\"USD\"}")
                .statusCode();

        assertEquals(
                -300,
                billing.stripe().v1().customers().retrieve(customer.getId()).getBalance());
        assertEquals(List.of(409, 400), List.of(other, neither));
    }

    private void adjust(Invoice invoice, long amount) throws StripeException {
        billing.stripe()
                .v1()
                .customers()
                .balanceTransactions()
                .create(
                        invoice.getCustomer(),
                        CustomerBalanceTransactionCreateParams.builder()
                                .setAmount(amount)
                                .setCurrency("usd")
                                .build());
    }

    private Customer customer(Invoice invoice) throws StripeException {
        return billing.stripe().v1().customers().retrieve(invoice.getCustomer());
    }

    /** The oldest first. */
    private List<CustomerBalanceTransaction> transactions(Invoice invoice) throws StripeException {
        List<CustomerBalanceTransaction> newestFirst = billing.stripe()
                .v1()
                .customers()
                .balanceTransactions()
                .list(invoice.getCustomer())
                .getData();
        return List.of(newestFirst.get(2), newestFirst.get(1), newestFirst.get(0));
    }
}
