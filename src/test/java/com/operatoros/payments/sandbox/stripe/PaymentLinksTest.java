package com.operatoros.payments.sandbox.stripe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentLink;
import com.stripe.model.checkout.Session;
import com.stripe.param.PaymentLinkUpdateParams;
import com.stripe.param.checkout.SessionListParams;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules SC1, SC2 and SK16 of the sandbox: the limit of a link, its copies, and the sessions that are open on it. */
class PaymentLinksTest {

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
    void a_link_whose_limit_is_raised_can_be_paid_again() throws Exception {
        String link = aPaidSingleUseLink();

        PaymentLink raised = billing.stripe()
                .v1()
                .paymentLinks()
                .update(
                        link,
                        PaymentLinkUpdateParams.builder()
                                .setRestrictions(limit(2))
                                .build());
        client.use("/_sandbox/pay", paying(link));

        assertEquals(2, raised.getRestrictions().getCompletedSessions().getLimit());
        assertEquals(1, raised.getRestrictions().getCompletedSessions().getCount());
        assertEquals(2, sessions(link, SessionListParams.Status.COMPLETE).size());
        assertEquals(409, client.control("POST", "/_sandbox/pay", paying(link)).statusCode());
    }

    private static PaymentLinkUpdateParams.Restrictions limit(long sessions) {
        return PaymentLinkUpdateParams.Restrictions.builder()
                .setCompletedSessions(PaymentLinkUpdateParams.Restrictions.CompletedSessions.builder()
                        .setLimit(sessions)
                        .build())
                .build();
    }

    private String aPaidSingleUseLink() throws Exception {
        String link = SandboxClient.text(client.createLink(SandboxClient.aSingleUseLink(), null), "id");
        client.use("/_sandbox/pay", paying(link));
        return link;
    }

    private static String paying(String link) {
        return "{\"id\":\"" + link + "\",\"card\":\"4242424242424242\"}";
    }

    @Test
    void a_copy_of_a_link_bears_its_metadata_and_is_paid_by_itself() throws Exception {
        String link = aPaidSingleUseLink();

        String id = client.use("/_sandbox/copy", "{\"id\":\"" + link + "\"}")
                .get("id")
                .getAsString();
        PaymentLink copy = billing.stripe().v1().paymentLinks().retrieve(id);
        String outcome = client.use("/_sandbox/pay", paying(id)).get("outcome").getAsString();

        assertEquals(billing.stripe().v1().paymentLinks().retrieve(link).getMetadata(), copy.getMetadata());
        assertEquals(0, copy.getRestrictions().getCompletedSessions().getCount());
        assertEquals("paid", outcome);
        assertEquals(
                404,
                client.control("POST", "/_sandbox/copy", "{\"id\":\"plink_none\"}")
                        .statusCode());
    }

    @Test
    void the_open_sessions_of_a_link_are_found_and_expired_once() throws Exception {
        PaymentLink link = billing.stripe()
                .v1()
                .paymentLinks()
                .retrieve(SandboxClient.text(client.createLink(SandboxClient.aLinkOf(1000), null), "id"));
        client.get(URI.create(link.getUrl()).getPath());

        List<Session> open = sessions(link.getId(), SessionListParams.Status.OPEN);
        Session expired =
                billing.stripe().v1().checkout().sessions().expire(open.get(0).getId());

        assertEquals(1, open.size());
        assertEquals("expired", expired.getStatus());
        assertEquals(0, sessions(link.getId(), SessionListParams.Status.OPEN).size());
        assertThrows(
                InvalidRequestException.class,
                () -> billing.stripe()
                        .v1()
                        .checkout()
                        .sessions()
                        .expire(open.get(0).getId()));
    }

    private List<Session> sessions(String link, SessionListParams.Status status) throws StripeException {
        return billing.stripe()
                .v1()
                .checkout()
                .sessions()
                .list(SessionListParams.builder()
                        .setPaymentLink(link)
                        .setStatus(status)
                        .build())
                .getData();
    }
}
