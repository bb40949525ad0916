package com.operatoros.payments.sandbox.stripe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.param.CustomerListParams;
import com.stripe.param.CustomerSearchParams;
import com.stripe.param.CustomerUpdateParams;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Customers as the sandbox keeps them. */
class CustomersTest {

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
    void the_list_finds_an_email_exactly_and_the_newest_first() throws Exception {
        Customer older = billing.aCustomer("O'Brien@example.com");
        Customer newer = billing.aCustomer("O'Brien@example.com");
        billing.aCustomer("o'brien@example.com");

        List<Customer> found = billing.stripe()
                .v1()
                .customers()
                .list(CustomerListParams.builder()
                        .setEmail("O'Brien@example.com")
                        .build())
                .getData();

        assertEquals(List.of(newer.getId(), older.getId()), ids(found));
    }

    @Test
    void the_search_finds_an_email_whatever_its_case() throws Exception {
        Customer customer = billing.aCustomer("O'Brien@example.com");
        billing.aCustomer("other@example.com");

        List<Customer> found = search("email:'o\\'brien@example.com'");

        assertEquals(List.of(customer.getId()), ids(found));
        assertThrows(InvalidRequestException.class, () -> search("email = x"));
    }

    private List<Customer> search(String query) throws StripeException {
        return billing.stripe()
                .v1()
                .customers()
                .search(CustomerSearchParams.builder().setQuery(query).build())
                .getData();
    }

    @Test
    void a_change_is_told_with_what_was_before() throws Exception {
        Customer customer = billing.aCustomer();

        billing.stripe()
                .v1()
                .customers()
                .update(
                        customer.getId(),
                        CustomerUpdateParams.builder().setName("New name").build());

        assertEquals(List.of("customer.created", "customer.updated"), billing.eventsSince("customer.created"));
        assertEquals(
                "Client GmbH",
                billing.events().get(1).getData().getPreviousAttributes().get("name"));
    }

    @Test
    void of_a_deleted_customer_a_stub_is_left_that_cannot_be_billed() throws Exception {
        Customer customer = billing.aCustomer();

        billing.stripe().v1().customers().delete(customer.getId());

        Customer stub = billing.stripe().v1().customers().retrieve(customer.getId());
        assertTrue(stub.getDeleted());
        assertEquals(
                List.of(),
                billing.stripe()
                        .v1()
                        .customers()
                        .list(CustomerListParams.builder().build())
                        .getData());
        assertThrows(
                InvalidRequestException.class,
                () -> billing.stripe()
                        .v1()
                        .invoices()
                        .create(Billing.aDraftTo(customer).build()));
    }

    private static List<String> ids(List<Customer> customers) {
        return customers.stream().map(Customer::getId).toList();
    }
}
