package com.operatoros.payments.sandbox.stripe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.operatoros.payments.support.Eventually;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.BalanceTransaction;
import com.stripe.model.Charge;
import com.stripe.model.CreditNote;
import com.stripe.model.Event;
import com.stripe.model.Invoice;
import com.stripe.model.Refund;
import com.stripe.param.CreditNoteCreateParams;
import com.stripe.param.CreditNoteListParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules SG1 to SG6, SK7 and SK12 of the sandbox. */
class RefundsTest {

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
    void a_payment_goes_back_in_parts_until_nothing_is_left() throws Exception {
        String intent = aPaymentOf(1000);

        Refund part = refund(intent, 400);
        Charge partly = charge(intent);
        Refund rest = billing.stripe()
                .v1()
                .refunds()
                .create(RefundCreateParams.builder().setPaymentIntent(intent).build());
        Charge wholly = charge(intent);

        assertEquals("succeeded", part.getStatus());
        assertEquals(400, partly.getAmountRefunded());
        assertFalse(partly.getRefunded());
        assertEquals(600, rest.getAmount());
        assertEquals(1000, wholly.getAmountRefunded());
        assertTrue(wholly.getRefunded());
        assertEquals(
                "charge_already_refunded",
                assertThrows(InvalidRequestException.class, () -> refund(intent, 1))
                        .getCode());
        assertEquals(List.of(rest.getId(), part.getId()), refundsOf(intent));
    }

    @Test
    void more_than_is_left_is_refused() throws Exception {
        String intent = aPaymentOf(1000);
        refund(intent, 400);

        InvalidRequestException refusal = assertThrows(InvalidRequestException.class, () -> refund(intent, 601));

        assertEquals("amount", refusal.getParam());
        assertEquals(400, charge(intent).getAmountRefunded());
    }

    @Test
    void a_refund_is_told_with_what_the_charge_had_before() throws Exception {
        String intent = aPaymentOf(1000);
        refund(intent, 400);
        refund(intent, 600);

        List<Event> told = billing.events().stream()
                .filter(event -> event.getType().equals("charge.refunded"))
                .toList();

        assertEquals(2, told.size());
        assertEquals(
                "400",
                String.valueOf(told.get(1).getData().getPreviousAttributes().get("amount_refunded")));
        assertEquals(false, told.get(1).getData().getPreviousAttributes().get("refunded"));
        assertEquals(List.of("charge.refunded", "refund.created"), billing.eventsSince("charge.refunded"));
    }

    @Test
    void the_fee_of_a_payment_does_not_come_back() throws Exception {
        String intent = aPaymentOf(1000);

        Refund refund = refund(intent, 1000);

        BalanceTransaction booked =
                billing.stripe().v1().balanceTransactions().retrieve(refund.getBalanceTransaction());
        assertEquals(-1000, booked.getAmount());
        assertEquals(0, booked.getFee());
        assertEquals("refund", booked.getType());
    }

    @Test
    void a_payment_that_has_not_arrived_cannot_go_back() throws Exception {
        Invoice open = billing.anOpenInvoiceOf(1000);
        String intent = pay(open, "DE89370400440532013000");

        assertThrows(InvalidRequestException.class, () -> refund(intent, 100));
    }

    @Test
    void a_refund_of_the_slow_card_is_pending_first() throws Exception {
        Invoice open = billing.anOpenInvoiceOf(1000);
        Refund pending = refund(pay(open, "4000000000007726"), 400);

        Refund done = onceItIs("succeeded", pending);

        assertEquals("pending", pending.getStatus());
        assertEquals(400, done.getAmount());
        assertEquals(List.of("refund.updated"), billing.eventsSince("refund.updated"));
    }

    @Test
    void a_refund_that_fails_gives_its_amount_back_to_the_charge() throws Exception {
        Invoice open = billing.anOpenInvoiceOf(1000);
        String intent = pay(open, "4000000000005126");
        Refund refund = refund(intent, 1000);

        Refund failed = onceItIs("failed", refund);

        assertEquals("succeeded", refund.getStatus());
        assertEquals("expired_or_canceled_card", failed.getFailureReason());
        assertEquals(0, charge(intent).getAmountRefunded());
        assertFalse(charge(intent).getRefunded());
        assertEquals(List.of("refund.failed", "refund.updated"), billing.eventsSince("refund.failed"));
    }

    private Refund onceItIs(String status, Refund refund) {
        return Eventually.get(() ->
                Optional.of(read(refund)).filter(found -> found.getStatus().equals(status)));
    }

    private Refund read(Refund refund) {
        try {
            return billing.stripe().v1().refunds().retrieve(refund.getId());
        } catch (StripeException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void the_dashboard_gives_money_back_too() throws Exception {
        String intent = aPaymentOf(1000);

        client.use("/_sandbox/refund", "{\"payment_intent\":\"" + intent + "\",\"amount\":300}");
        int tooMuch = client.control(
                        "POST", "/_sandbox/refund", "{\"payment_intent\":\"" + intent + "\",\"amount\":701}")
                .statusCode();

        assertEquals(409, tooMuch);
        assertEquals(300, charge(intent).getAmountRefunded());
    }

    @ParameterizedTest
    @CsvSource({"succeeded, 400", "failed, 0"})
    void a_refund_can_wait_for_the_bank(String outcome, long refunded) throws Exception {
        String intent = aPaymentOf(1000);
        String body = "{\"payment_intent\":\"" + intent + "\",\"amount\":400,\"pending\":true}";
        JsonObject pending = client.use("/_sandbox/refund", body);

        JsonObject settled = settle(pending, outcome);

        assertEquals("pending", pending.get("status").getAsString());
        assertEquals(outcome, settled.get("status").getAsString());
        assertEquals(refunded, charge(intent).getAmountRefunded());
    }

    @Test
    void a_refund_that_had_arrived_can_still_fail_but_not_twice() throws Exception {
        String intent = aPaymentOf(1000);
        JsonObject refund = client.use("/_sandbox/refund", "{\"payment_intent\":\"" + intent + "\"}");

        settle(refund, "failed");
        int again = client.control("POST", "/_sandbox/refund/settle", settlement(refund, "failed"))
                .statusCode();

        assertEquals(409, again);
        assertEquals(0, charge(intent).getAmountRefunded());
        assertEquals(List.of("refund.failed", "refund.updated"), billing.eventsSince("refund.failed"));
    }

    @Test
    void a_refund_can_ask_the_payer_for_a_bank_account_and_be_canceled() throws Exception {
        String intent = aPaymentOf(1000);
        JsonObject asking = client.use("/_sandbox/refund", begun(intent, "requires_action"));
        String id = asking.get("refund").getAsString();
        Refund asked = billing.stripe().v1().refunds().retrieve(id);
        long onItsWay = charge(intent).getAmountRefunded();

        Refund canceled = billing.stripe().v1().refunds().cancel(id);

        assertEquals(
                "payer@example.com",
                asked.getNextAction().getDisplayDetails().getEmailSent().getEmailSentTo());
        assertEquals(400, onItsWay);
        assertEquals("canceled", canceled.getStatus());
        assertEquals("merchant_request", canceled.getFailureReason());
        assertNull(canceled.getNextAction());
        assertEquals(0, charge(intent).getAmountRefunded());
        assertEquals(List.of("charge.refund.updated", "refund.updated"), billing.eventsSince("charge.refund.updated"));
        assertThrows(
                InvalidRequestException.class,
                () -> billing.stripe().v1().refunds().cancel(id));
    }

    @Test
    void a_refund_moves_from_state_to_state_as_its_bank_says() throws Exception {
        String intent = aPaymentOf(1000);
        JsonObject refund = client.use("/_sandbox/refund", begun(intent, "pending"));

        List<String> states = new ArrayList<>();
        for (String next : List.of("requires_action", "pending", "succeeded", "failed")) {
            states.add(move(refund, next));
            states.add(String.valueOf(charge(intent).getAmountRefunded()));
        }
        int afterTheEnd = moveStatus(refund, "succeeded");

        assertEquals(List.of("requires_action", "400", "pending", "400", "succeeded", "400", "failed", "0"), states);
        assertEquals(409, afterTheEnd);
        assertEquals(400, moveStatus(refund, "lost"));
        assertEquals(
                List.of("charge.refund.updated", "refund.failed", "refund.updated"),
                billing.eventsSince("charge.refund.updated"));
    }

    @Test
    void a_refund_can_fail_at_once() throws Exception {
        String intent = aPaymentOf(1000);

        JsonObject refund = client.use("/_sandbox/refund", begun(intent, "failed"));

        assertEquals("failed", refund.get("status").getAsString());
        assertEquals(0, charge(intent).getAmountRefunded());
        assertEquals(
                List.of(
                        "charge.refunded",
                        "refund.created",
                        "charge.refund.updated",
                        "refund.failed",
                        "refund.updated"),
                billing.eventsSince("charge.refunded"));
    }

    private static String begun(String intent, String status) {
        return "{\"payment_intent\":\"" + intent + "\",\"amount\":400,\"status\":\"" + status + "\"}";
    }

    private String move(JsonObject refund, String status) throws Exception {
        return client.use("/_sandbox/refund/move", movement(refund, status))
                .get("status")
                .getAsString();
    }

    private int moveStatus(JsonObject refund, String status) throws Exception {
        return client.control("POST", "/_sandbox/refund/move", movement(refund, status))
                .statusCode();
    }

    private static String movement(JsonObject refund, String status) {
        return "{\"refund\":" + refund.get("refund") + ",\"status\":\"" + status + "\"}";
    }

    private JsonObject settle(JsonObject refund, String outcome) throws Exception {
        return client.use("/_sandbox/refund/settle", settlement(refund, outcome));
    }

    private static String settlement(JsonObject refund, String outcome) {
        return "{\"refund\":" + refund.get("refund") + ",\"outcome\":\"" + outcome + "\"}";
    }

    @Test
    void a_credit_note_on_a_paid_invoice_gives_the_money_back() throws Exception {
        Invoice open = billing.anOpenInvoiceOf(1000);
        String intent = pay(open, "4242424242424242");

        CreditNote note = credit(aNoteOn(open, 400).setRefundAmount(400L).setMemo("Sorry"));

        assertEquals(open.getNumber() + "-CN-01", note.getNumber());
        assertEquals("post_payment", note.getType());
        assertEquals("Sorry", note.getMemo());
        assertEquals(refundsOf(intent), List.of(note.getRefunds().get(0).getRefund()));
        assertEquals("paid", billing.get(open).getStatus());
        assertEquals(400, billing.get(open).getPostPaymentCreditNotesAmount());
        assertEquals(
                List.of("charge.refunded", "refund.created", "credit_note.created", "invoice.updated"),
                billing.eventsSince("charge.refunded"));
        assertEquals(1, notesOn(open).size());
    }

    @Test
    void a_credit_note_on_a_paid_invoice_says_where_all_its_money_goes() throws Exception {
        Invoice open = billing.anOpenInvoiceOf(1000);
        String intent = pay(open, "4242424242424242");

        assertThrows(
                InvalidRequestException.class, () -> credit(aNoteOn(open, 400).setRefundAmount(300L)));
        assertThrows(
                InvalidRequestException.class, () -> credit(aNoteOn(open, 1001).setRefundAmount(1001L)));

        assertEquals(List.of(), refundsOf(intent));
        assertEquals(List.of(), notesOn(open));
    }

    @Test
    void a_credit_note_on_an_open_invoice_lowers_it_until_it_is_voided() throws Exception {
        Invoice open = billing.anOpenInvoiceOf(1000);

        CreditNote note = credit(aNoteOn(open, 400));
        long lowered = billing.intentOf(open).getAmount();
        CreditNote voided = billing.stripe().v1().creditNotes().voidCreditNote(note.getId());

        assertEquals("pre_payment", note.getType());
        assertEquals(600, lowered);
        assertEquals("void", voided.getStatus());
        assertEquals(1000, billing.get(open).getAmountRemaining());
        assertEquals(1000, billing.intentOf(open).getAmount());
        assertEquals(List.of("credit_note.voided", "invoice.updated"), billing.eventsSince("credit_note.voided"));
    }

    @Test
    void a_credit_note_over_all_of_an_open_invoice_pays_it() throws Exception {
        Invoice open = billing.anOpenInvoiceOf(1000);

        credit(aNoteOn(open, 1000));

        assertEquals("paid", billing.get(open).getStatus());
        assertEquals(0, billing.get(open).getAmountPaid());
        assertEquals("canceled", billing.intentOf(open).getStatus());
    }

    @Test
    void the_dashboard_credits_an_open_invoice_and_takes_it_back() throws Exception {
        Invoice open = billing.anOpenInvoiceOf(1000);
        String invoice = "{\"invoice\":\"" + open.getId() + "\"";

        JsonObject note = client.use("/_sandbox/credit_note", invoice + ",\"amount\":200}");
        Invoice credited = billing.get(open);
        List<String> told = billing.eventsSince("credit_note.created");
        JsonObject voided = client.use("/_sandbox/credit_note/void", invoice + "}");

        assertEquals("pre_payment", note.get("type").getAsString());
        assertEquals(
                List.of(800L, 800L, 200L),
                List.of(
                        credited.getAmountDue(),
                        credited.getAmountRemaining(),
                        credited.getPrePaymentCreditNotesAmount()));
        assertEquals(List.of("credit_note.created", "invoice.updated"), told);
        assertEquals(note.get("credit_note"), voided.get("credit_note"));
        assertEquals("void", voided.get("status").getAsString());
        assertEquals(1000, billing.get(open).getAmountDue());
        assertEquals(
                404,
                client.control("POST", "/_sandbox/credit_note/void", invoice + "}")
                        .statusCode());
    }

    @Test
    void the_dashboard_credits_what_was_paid_by_a_refund() throws Exception {
        Invoice open = billing.anOpenInvoiceOf(1000);
        String intent = pay(open, "4242424242424242");
        String credit = "{\"invoice\":\"" + open.getId() + "\",\"amount\":";

        JsonObject note = client.use("/_sandbox/credit_note", credit + "200}");
        int tooMuch =
                client.control("POST", "/_sandbox/credit_note", credit + "801}").statusCode();

        assertEquals("post_payment", note.get("type").getAsString());
        assertEquals(200, charge(intent).getAmountRefunded());
        assertEquals(409, tooMuch);
    }

    private static CreditNoteCreateParams.Builder aNoteOn(Invoice invoice, long cents) {
        return CreditNoteCreateParams.builder()
                .setInvoice(invoice.getId())
                .setAmount(cents)
                .setReason(CreditNoteCreateParams.Reason.ORDER_CHANGE)
                .setEmailType(CreditNoteCreateParams.EmailType.NONE);
    }

    private CreditNote credit(CreditNoteCreateParams.Builder params) throws StripeException {
        return billing.stripe().v1().creditNotes().create(params.build());
    }

    private List<CreditNote> notesOn(Invoice invoice) throws StripeException {
        return billing.stripe()
                .v1()
                .creditNotes()
                .list(CreditNoteListParams.builder().setInvoice(invoice.getId()).build())
                .getData();
    }

    private String aPaymentOf(long cents) throws Exception {
        return pay(billing.anOpenInvoiceOf(cents), "4242424242424242");
    }

    private String pay(Invoice invoice, String number) throws Exception {
        String body = "{\"id\":\"" + invoice.getId() + "\",\"card\":\"" + number + "\"}";
        return client.use("/_sandbox/pay", body).get("payment_intent").getAsString();
    }

    private Refund refund(String intent, long cents) throws StripeException {
        return billing.stripe()
                .v1()
                .refunds()
                .create(RefundCreateParams.builder()
                        .setPaymentIntent(intent)
                        .setAmount(cents)
                        .setReason(RefundCreateParams.Reason.REQUESTED_BY_CUSTOMER)
                        .build());
    }

    private Charge charge(String intent) throws StripeException {
        String id = billing.stripe().v1().paymentIntents().retrieve(intent).getLatestCharge();
        return billing.stripe().v1().charges().retrieve(id);
    }

    private List<String> refundsOf(String intent) throws StripeException {
        return billing
                .stripe()
                .v1()
                .refunds()
                .list(RefundListParams.builder().setPaymentIntent(intent).build())
                .getData()
                .stream()
                .map(Refund::getId)
                .toList();
    }
}
