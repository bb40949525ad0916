package com.operatoros.payments.sandbox.stripe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.exception.AuthenticationException;
import com.stripe.exception.PermissionException;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rule SK15 of the sandbox: keys that may not do all, or nothing any more. */
class PermissionsTest {

    private static final String PERMISSIONS = "/_sandbox/permissions";

    private StripeSandbox sandbox;
    private SandboxClient client;
    private Billing billing;

    @BeforeEach
    void start() throws IOException {
        sandbox = StripeSandbox.start(new StripeSandbox.Settings(0, "whsec_test", null, null));
        client = new SandboxClient(sandbox);
        billing = new Billing(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void a_call_without_its_permission_is_refused_with_the_name_of_it_and_other_calls_are_not() throws Exception {
        client.use(
                PERMISSIONS, "{\"method\":\"POST\",\"path\":\"/v1/customers\",\"permission\":\"rak_customer_write\"}");

        PermissionException refused = assertThrows(PermissionException.class, () -> billing.aCustomer());
        int other = client.get("/v1/customers").statusCode();
        client.control("DELETE", PERMISSIONS, "{}");

        assertEquals(403, refused.getStatusCode());
        assertTrue(String.valueOf(refused.getMessage()).contains("rak_customer_write"));
        assertEquals(200, other);
        assertEquals("Client GmbH", billing.aCustomer().getName());
    }

    @Test
    void a_revoked_key_is_good_for_nothing() throws Exception {
        client.use(PERMISSIONS, "{\"revoked\":true}");

        AuthenticationException refused = assertThrows(AuthenticationException.class, () -> billing.aCustomer());
        client.control("DELETE", PERMISSIONS, "{}");

        assertEquals(401, refused.getStatusCode());
        assertEquals(200, client.get("/v1/customers").statusCode());
    }

    @Test
    void a_permission_needs_its_call_and_its_name() throws Exception {
        assertEquals(400, client.control("POST", PERMISSIONS, "{}").statusCode());
    }
}
