package com.operatoros.payments.sandbox.stripe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.BalanceTransaction;
import com.stripe.model.Charge;
import com.stripe.model.Dispute;
import com.stripe.param.DisputeListParams;
import com.stripe.param.DisputeUpdateParams;
import com.stripe.param.RefundCreateParams;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules SD1 to SD6 and SK8 of the sandbox. */
class DisputesTest {

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
    void a_dispute_takes_the_money_and_the_charge_says_so() throws Exception {
        String intent = aPaymentOf(1000);

        JsonObject told = dispute(intent, ",\"reason\":\"duplicate\"");

        Dispute dispute = disputeOf(intent);
        assertEquals(dispute.getId(), told.get("dispute").getAsString());
        assertEquals("needs_response", dispute.getStatus());
        assertEquals("duplicate", dispute.getReason());
        assertEquals(1000, dispute.getAmount());
        assertEquals("12.6.1", dispute.getPaymentMethodDetails().getCard().getNetworkReasonCode());
        assertFalse(dispute.getIsChargeRefundable());
        assertTrue(dispute.getEvidenceDetails().getDueBy() > dispute.getCreated());
        assertEquals(List.of(-2500L), bookedFor(dispute));
        assertTrue(chargeOf(dispute).getDisputed());
        assertEquals(
                List.of("charge.dispute.created", "charge.dispute.funds_withdrawn"),
                billing.eventsSince("charge.dispute.created"));
    }

    @Test
    void a_won_dispute_brings_the_money_back_without_the_fee() throws Exception {
        String intent = aPaymentOf(1000);
        dispute(intent, "");

        close(intent, "won");

        assertEquals("won", disputeOf(intent).getStatus());
        assertEquals(List.of(-2500L, 1000L), bookedFor(disputeOf(intent)));
        assertTrue(chargeOf(disputeOf(intent)).getDisputed());
        assertEquals(
                List.of("charge.dispute.closed", "charge.dispute.funds_reinstated"),
                billing.eventsSince("charge.dispute.closed"));
    }

    @Test
    void a_lost_dispute_leaves_the_money_with_the_bank() throws Exception {
        String intent = aPaymentOf(1000);
        dispute(intent, "");

        close(intent, "lost");

        assertEquals("lost", disputeOf(intent).getStatus());
        assertEquals(List.of(-2500L), bookedFor(disputeOf(intent)));
        assertEquals(List.of("charge.dispute.closed"), billing.eventsSince("charge.dispute.closed"));
    }

    @Test
    void a_part_of_a_payment_can_be_disputed_but_not_more_than_was_paid() throws Exception {
        String intent = aPaymentOf(1000);

        int tooMuch = openStatus(intent, ",\"amount\":1001");
        dispute(intent, ",\"amount\":400");

        assertEquals(409, tooMuch);
        assertEquals(400, disputeOf(intent).getAmount());
    }

    @Test
    void a_charge_is_disputed_again_only_after_it_was_won() throws Exception {
        String intent = aPaymentOf(1000);
        dispute(intent, "");

        int whileOpen = openStatus(intent, "");
        close(intent, "won");
        int afterwards = openStatus(intent, "");

        assertEquals(409, whileOpen);
        assertEquals(200, afterwards);
    }

    @Test
    void a_payment_that_has_not_arrived_cannot_be_disputed() throws Exception {
        String intent = pay("DE89370400440532013000");

        assertEquals(409, openStatus(intent, ""));
        assertEquals(404, openStatus("pi_unknown", ""));
        assertEquals(400, openStatus(intent, ",\"reason\":\"spite\""));
    }

    @Test
    void an_inquiry_moves_no_money_and_ends_as_a_warning() throws Exception {
        String intent = aPaymentOf(1000);
        dispute(intent, ",\"inquiry\":true");
        Dispute opened = disputeOf(intent);

        int won = closeStatus(intent, "won");
        close(intent, "warning_closed");

        assertEquals("warning_needs_response", opened.getStatus());
        assertEquals("inquiry", opened.getPaymentMethodDetails().getCard().getCaseType());
        assertTrue(opened.getIsChargeRefundable());
        assertEquals(409, won);
        assertEquals("warning_closed", disputeOf(intent).getStatus());
        assertEquals(List.of(), bookedFor(disputeOf(intent)));
        assertEquals(
                List.of("charge.dispute.created", "charge.dispute.closed"),
                billing.eventsSince("charge.dispute.created"));
    }

    @Test
    void an_inquiry_can_become_a_chargeback() throws Exception {
        String intent = aPaymentOf(1000);
        dispute(intent, ",\"inquiry\":true");

        client.use("/_sandbox/dispute/update", of(intent, ",\"status\":\"needs_response\""));

        assertEquals("needs_response", disputeOf(intent).getStatus());
        assertEquals(List.of(-2500L), bookedFor(disputeOf(intent)));
        assertEquals(
                List.of("charge.dispute.updated", "charge.dispute.funds_withdrawn"),
                billing.eventsSince("charge.dispute.updated"));
    }

    @Test
    void a_closed_inquiry_can_become_a_chargeback_after_all() throws Exception {
        String intent = aPaymentOf(1000);
        dispute(intent, ",\"status\":\"warning_needs_response\"");
        close(intent, "warning_closed");

        JsonObject told = reverse(intent, "needs_response");

        assertEquals("needs_response", told.get("status").getAsString());
        assertEquals(List.of(-2500L), bookedFor(disputeOf(intent)));
        assertEquals(
                "chargeback",
                disputeOf(intent).getPaymentMethodDetails().getCard().getCaseType());
        assertEquals(
                List.of("charge.dispute.updated", "charge.dispute.funds_withdrawn"),
                billing.eventsSince("charge.dispute.updated"));
    }

    @Test
    void a_lost_dispute_can_be_won_back_and_lost_again() throws Exception {
        String intent = aPaymentOf(1000);
        dispute(intent, "");
        int whileOpen = reverseStatus(intent, "won");
        close(intent, "lost");

        reverse(intent, "won");
        List<String> wonBack = billing.eventsSince("charge.dispute.funds_reinstated");
        int twice = reverseStatus(intent, "won");
        reverse(intent, "lost");

        assertEquals(List.of(409, 409), List.of(whileOpen, twice));
        assertEquals(List.of("charge.dispute.funds_reinstated", "charge.dispute.updated"), wonBack);
        assertEquals("lost", disputeOf(intent).getStatus());
        assertEquals(List.of(-2500L, 1000L, -2500L), bookedFor(disputeOf(intent)));
    }

    @Test
    void a_debit_is_lost_from_the_beginning() throws Exception {
        String intent = pay("DE89370400440532013000");
        client.use("/_sandbox/settle", of(intent, ""));

        JsonObject told = dispute(intent, ",\"status\":\"lost\"");

        Dispute dispute = disputeOf(intent);
        assertEquals("lost", told.get("status").getAsString());
        assertEquals("debit_not_authorized", dispute.getReason());
        assertNull(dispute.getEvidenceDetails().getDueBy());
        assertEquals(List.of(-2500L), bookedFor(dispute));
        assertEquals(
                List.of("charge.dispute.created", "charge.dispute.funds_withdrawn", "charge.dispute.closed"),
                billing.eventsSince("charge.dispute.created"));
        assertEquals(400, openStatus(intent, ",\"status\":\"won\""));
    }

    @Test
    void a_dispute_in_another_currency_names_its_own_amount() throws Exception {
        String intent = aPaymentOf(1000);

        JsonObject told = dispute(intent, ",\"amount\":1200,\"currency\":\"GBP\"");
        close(intent, "won");

        Dispute dispute = disputeOf(intent);
        assertEquals("gbp", told.get("currency").getAsString());
        assertEquals("gbp", dispute.getCurrency());
        assertEquals(1200, dispute.getAmount());
        assertEquals(List.of(-2500L, 1000L), bookedFor(dispute));
        assertEquals("usd", dispute.getBalanceTransactions().get(0).getCurrency());
        assertEquals(400, openStatus(intent, ",\"currency\":\"doubloons\""));
    }

    @Test
    void several_disputes_of_one_charge_are_about_different_parts_of_it() throws Exception {
        String intent = aPaymentOf(1000);
        String first = dispute(intent, ",\"amount\":300").get("dispute").getAsString();
        String second = dispute(intent, ",\"amount\":500").get("dispute").getAsString();

        int tooMuch = openStatus(intent, ",\"amount\":201");
        client.use("/_sandbox/dispute/close", "{\"dispute\":\"" + first + "\",\"outcome\":\"won\"}");
        JsonObject rest = dispute(intent, "");

        assertEquals(409, tooMuch);
        assertEquals(500, rest.get("amount").getAsLong());
        assertEquals(
                List.of(rest.get("dispute").getAsString(), second, first),
                ids(DisputeListParams.builder().setPaymentIntent(intent)));
        assertEquals(
                404,
                client.control("POST", "/_sandbox/dispute/close", "{\"dispute\":\"du_1\",\"outcome\":\"won\"}")
                        .statusCode());
    }

    @Test
    void submitted_evidence_brings_a_dispute_under_review() throws Exception {
        String intent = aPaymentOf(1000);
        dispute(intent, "");

        Dispute staged = answer(intent, "It was delivered.", false);
        Dispute submitted = answer(intent, "It was delivered.", true);

        assertEquals("needs_response", staged.getStatus());
        assertTrue(staged.getEvidenceDetails().getHasEvidence());
        assertEquals(0, staged.getEvidenceDetails().getSubmissionCount());
        assertEquals("under_review", submitted.getStatus());
        assertEquals(1, submitted.getEvidenceDetails().getSubmissionCount());
        assertEquals("It was delivered.", submitted.getEvidence().getUncategorizedText());
    }

    @ParameterizedTest
    @CsvSource({"winning_evidence, won", "losing_evidence, lost"})
    void a_test_evidence_ends_the_dispute(String text, String end) throws Exception {
        String intent = aPaymentOf(1000);
        dispute(intent, "");

        answer(intent, text, true);

        assertEquals(end, disputeOf(intent).getStatus());
        assertThrows(InvalidRequestException.class, () -> answer(intent, "But!", true));
    }

    @Test
    void giving_up_loses_a_dispute() throws Exception {
        String intent = aPaymentOf(1000);
        dispute(intent, "");

        Dispute closed =
                billing.stripe().v1().disputes().close(disputeOf(intent).getId());

        assertEquals("lost", closed.getStatus());
        assertEquals(409, closeStatus(intent, "won"));
    }

    @ParameterizedTest
    @CsvSource({
        "4000000000000259, fraudulent, needs_response",
        "4000000000002685, product_not_received, needs_response",
        "4000000000001976, fraudulent, warning_needs_response"
    })
    void the_test_cards_are_disputed_as_soon_as_they_have_paid(String card, String reason, String status)
            throws Exception {
        String intent = pay(card);

        assertEquals(reason, disputeOf(intent).getReason());
        assertEquals(status, disputeOf(intent).getStatus());
        assertTrue(chargeOf(disputeOf(intent)).getPaid());
    }

    @Test
    void what_is_charged_back_cannot_be_refunded() throws Exception {
        String chargedBack = aPaymentOf(1000);
        dispute(chargedBack, "");
        String askedAbout = aPaymentOf(1000);
        dispute(askedAbout, ",\"inquiry\":true");

        InvalidRequestException refusal = assertThrows(InvalidRequestException.class, () -> refund(chargedBack));
        refund(askedAbout);

        assertEquals("charge_disputed", refusal.getCode());
    }

    @Test
    void disputes_are_found_by_their_payment_and_their_time() throws Exception {
        String first = aPaymentOf(1000);
        dispute(first, "");
        String second = aPaymentOf(1000);
        dispute(second, "");
        Dispute newest = disputeOf(second);
        DisputeListParams.Created now = DisputeListParams.Created.builder()
                .setGte(newest.getCreated() - 60)
                .build();
        DisputeListParams.Created later = DisputeListParams.Created.builder()
                .setGt(newest.getCreated() + 60)
                .build();

        assertEquals(List.of(newest.getId()), ids(DisputeListParams.builder().setCharge(newest.getCharge())));
        assertEquals(
                List.of(newest.getId(), disputeOf(first).getId()),
                ids(DisputeListParams.builder().setCreated(now)));
        assertEquals(
                List.of(disputeOf(first).getId()),
                ids(DisputeListParams.builder().setStartingAfter(newest.getId()).setLimit(1L)));
        assertEquals(List.of(), ids(DisputeListParams.builder().setCreated(later)));
    }

    private List<String> ids(DisputeListParams.Builder params) throws StripeException {
        return billing.stripe().v1().disputes().list(params.build()).getData().stream()
                .map(Dispute::getId)
                .toList();
    }

    private Dispute answer(String intent, String text, boolean submit) throws StripeException {
        return billing.stripe()
                .v1()
                .disputes()
                .update(
                        disputeOf(intent).getId(),
                        DisputeUpdateParams.builder()
                                .setEvidence(DisputeUpdateParams.Evidence.builder()
                                        .setUncategorizedText(text)
                                        .build())
                                .setSubmit(submit)
                                .build());
    }

    private void refund(String intent) throws StripeException {
        billing.stripe()
                .v1()
                .refunds()
                .create(RefundCreateParams.builder().setPaymentIntent(intent).build());
    }

    private String aPaymentOf(long cents) throws Exception {
        return pay(billing.anOpenInvoiceOf(cents).getId(), "4242424242424242");
    }

    private String pay(String number) throws Exception {
        return pay(billing.anOpenInvoiceOf(1000).getId(), number);
    }

    private String pay(String invoice, String number) throws Exception {
        String body = "{\"id\":\"" + invoice + "\",\"card\":\"" + number + "\"}";
        return client.use("/_sandbox/pay", body).get("payment_intent").getAsString();
    }

    private JsonObject dispute(String intent, String more) throws Exception {
        return client.use("/_sandbox/dispute", of(intent, more));
    }

    private int openStatus(String intent, String more) throws Exception {
        return client.control("POST", "/_sandbox/dispute", of(intent, more)).statusCode();
    }

    private void close(String intent, String outcome) throws Exception {
        client.use("/_sandbox/dispute/close", of(intent, ",\"outcome\":\"" + outcome + "\""));
    }

    private int closeStatus(String intent, String outcome) throws Exception {
        return client.control("POST", "/_sandbox/dispute/close", of(intent, ",\"outcome\":\"" + outcome + "\""))
                .statusCode();
    }

    private JsonObject reverse(String intent, String outcome) throws Exception {
        return client.use("/_sandbox/dispute/reverse", of(intent, ",\"outcome\":\"" + outcome + "\""));
    }

    private int reverseStatus(String intent, String outcome) throws Exception {
        return client.control("POST", "/_sandbox/dispute/reverse", of(intent, ",\"outcome\":\"" + outcome + "\""))
                .statusCode();
    }

    private static String of(String intent, String more) {
        return "{\"payment_intent\":\"" + intent + "\"" + more + "}";
    }

    private Dispute disputeOf(String intent) throws StripeException {
        return billing.stripe()
                .v1()
                .disputes()
                .list(DisputeListParams.builder().setPaymentIntent(intent).build())
                .getData()
                .get(0);
    }

    private Charge chargeOf(Dispute dispute) throws StripeException {
        return billing.stripe().v1().charges().retrieve(dispute.getCharge());
    }

    private static List<Long> bookedFor(Dispute dispute) {
        return dispute.getBalanceTransactions().stream()
                .map(BalanceTransaction::getNet)
                .toList();
    }
}
