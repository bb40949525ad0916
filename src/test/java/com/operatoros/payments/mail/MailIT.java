package com.operatoros.payments.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.operatoros.payments.sandbox.mail.ReceivedMail;
import com.operatoros.payments.support.AdminApi;
import com.operatoros.payments.support.Eventually;
import com.operatoros.payments.support.Mailbox;
import com.operatoros.payments.support.RunningApplication;
import com.operatoros.payments.support.StripeControls;
import com.operatoros.payments.support.TestEnvironment;
import com.operatoros.payments.text.Message;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The mails that clients and admins get (rules I1 to I4 and I6), through a real mail server that may misbehave. */
@ExtendWith(RunningApplication.class)
class MailIT {

    private static final String ADMIN = "admin@studio.example";

    private final AdminApi api = AdminApi.asAdmin();

    @AfterEach
    void everything_arrives_again() {
        TestEnvironment.mailRoad().open();
    }

    @Test
    void a_new_link_is_mailed_once_with_the_amount_and_our_own_address() {
        String client = aClient();

        JsonObject payment = create(client, "Website");

        ReceivedMail mail = Mailbox.of(client).await("Payment request");
        String payUrl = payment.get("pay_url").getAsString();
        assertEquals("Payment request for Website from Studio Example", mail.subject());
        assertEquals("billing@studio.example", mail.from());
        for (String body : new String[] {Mailbox.text(mail), Mailbox.html(mail)}) {
            assertTrue(body.contains("$19.99"), body);
            assertTrue(body.contains(payUrl), body);
        }
        assertEquals("sent", Mailbox.awaitState(payment, "sent").state());
        assertEquals(1, Mailbox.of(client).mails().size());
        assertTrue(history(payment).contains("E-mail with the payment sent to " + client));
    }

    @Test
    void a_client_with_an_umlaut_in_the_domain_is_reached_and_shown_as_typed() {
        String name = "o'neil+" + UUID.randomUUID();

        JsonObject invoice = api.create(AdminApi.anInvoice("client_email", quoted(name + "@m\u00fcller-bau.example")))
                .json();

        Mailbox.of(name + "@xn--mller-bau-q9a.example").await("Invoice");
        assertEquals(
                name + "@m\u00fcller-bau.example", invoice.get("client_email").getAsString());
        String customer = invoice.getAsJsonObject("stripe").get("customer_id").getAsString();
        assertEquals(
                name + "@xn--mller-bau-q9a.example",
                StripeControls.read("/v1/customers/" + customer).get("email").getAsString());
        JsonObject again = api.create(AdminApi.anInvoice("client_email", quoted(name + "@xn--mller-bau-q9a.EXAMPLE")))
                .json();
        assertEquals(
                customer, again.getAsJsonObject("stripe").get("customer_id").getAsString());
    }

    @Test
    void an_invoice_is_mailed_by_us_in_test_mode_with_its_due_date_and_its_pdf() {
        String client = aClient();

        JsonObject payment = api.create(AdminApi.anInvoice(
                        "client_email",
                        quoted(client),
                        "due_date",
                        quoted(inThirtyDays().toString())))
                .json();

        ReceivedMail mail = Mailbox.of(client).await("Invoice");
        String payUrl = payment.get("pay_url").getAsString();
        String number = payment.getAsJsonObject("stripe").get("invoice_number").getAsString();
        String due = inThirtyDays().format(DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.US));
        for (String body : new String[] {Mailbox.text(mail), Mailbox.html(mail)}) {
            assertTrue(body.contains(payUrl + "/pdf"), body);
            assertTrue(body.contains(number), body);
            assertTrue(body.contains(due), body);
        }
    }

    @Test
    void a_deliberate_resend_brings_another_mail_even_to_whom_none_was_sent() {
        String client = aClient();
        JsonObject payment = api.create(AdminApi.aLink("client_email", quoted(client), "send_email", false))
                .json();

        api.act(payment.get("id").getAsString(), "resend");
        ReceivedMail first = Mailbox.of(client).await("Payment request");
        Mailbox.awaitState(payment, "sent");
        api.act(payment.get("id").getAsString(), "resend");

        ReceivedMail second = Eventually.get(() -> Mailbox.of(client).mails().stream()
                .filter(mail -> !Objects.equals(mail.messageId(), first.messageId()))
                .findFirst());
        assertEquals(first.subject(), second.subject());
        assertEquals(2, Mailbox.of(client).mails().size());
    }

    @Test
    void a_payment_that_was_withdrawn_before_its_mail_could_leave_is_not_mailed() {
        TestEnvironment.mailRoad().close();
        String client = aClient();
        JsonObject payment = create(client, "Website");
        Mailbox.awaitReason(payment, "queued");

        api.act(payment.get("id").getAsString(), "cancel");

        TestEnvironment.mailRoad().open();
        assertEquals("It was withdrawn before the mail was sent.", Mailbox.awaitReason(payment, "failed"));
        assertEquals(0, Mailbox.of(client).mails().size());
    }

    @Test
    void a_payment_that_is_not_to_be_mailed_is_not() {
        String client = aClient();

        JsonObject payment = api.create(AdminApi.aLink("client_email", quoted(client), "send_email", false))
                .json();
        pay(payment);

        Mailbox.of(ADMIN).awaitMentioning(payment.get("id").getAsString());
        assertEquals(0, Mailbox.of(client).mails().size());
    }

    @Test
    void a_paid_payment_brings_the_client_a_receipt_and_the_admin_a_notice() {
        String client = aClient();
        JsonObject payment = create(client, "Logo");

        pay(payment);

        ReceivedMail receipt = Mailbox.of(client).await("Receipt");
        assertTrue(Mailbox.text(receipt).contains("We have received $19.99 for Logo"), Mailbox.text(receipt));
        assertTrue(Mailbox.text(receipt).contains("Card Visa \u2022\u2022\u2022\u2022 4242"), Mailbox.text(receipt));
        ReceivedMail notice =
                Mailbox.of(ADMIN).awaitMentioning(payment.get("id").getAsString());
        assertTrue(notice.subject().startsWith("Payment received: "), notice.subject());
    }

    @Test
    void a_refund_is_told_to_the_admin_as_well() {
        String project = "Logo " + UUID.randomUUID();
        JsonObject payment = create(aClient(), project);
        String intent = StripeControls.pay(link(payment), "4242424242424242")
                .get("payment_intent")
                .getAsString();

        StripeControls.refund(intent, 500);

        Mailbox.of(ADMIN).awaitMentioning("$5.00 back for " + project);
    }

    @Test
    void a_declined_card_is_told_to_the_admin_with_its_reason() {
        JsonObject payment = create(aClient(), "Shop");

        StripeControls.pay(link(payment), "4000000000009995");

        ReceivedMail notice =
                Mailbox.of(ADMIN).awaitMentioning(payment.get("id").getAsString());
        assertTrue(Mailbox.text(notice).contains("not enough money"), Mailbox.text(notice));
    }

    /** Rule I7. */
    @Test
    void a_burst_of_notices_leaves_as_one_mail_that_tells_all_of_them() throws SQLException {
        String admin = "admin-" + UUID.randomUUID() + "@example.com";

        sendNotices(admin, 15);

        ReceivedMail mail = Mailbox.of(admin).await("15 notifications: ");
        IntStream.rangeClosed(1, 15)
                .forEach(i -> assertTrue(Mailbox.text(mail).contains("Words of number " + i + "\n")));
        assertTrue(Mailbox.text(mail).contains("/admin/notifications"), Mailbox.text(mail));
        Eventually.get(() -> Optional.of(statesOf(admin)).filter(Map.of("sent", 15)::equals));
        assertEquals(1, Mailbox.of(admin).mails().size());
    }

    @Test
    void a_few_notices_leave_one_by_one() throws SQLException {
        String admin = "admin-" + UUID.randomUUID() + "@example.com";

        sendNotices(admin, 3);

        Eventually.get(() -> Optional.of(statesOf(admin)).filter(Map.of("sent", 3)::equals));
        assertEquals(3, Mailbox.of(admin).mails().size());
    }

    /** Many of them become due at the same moment. */
    private static void sendNotices(String admin, int number) throws SQLException {
        try (Connection connection = TestEnvironment.dataSource().getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        with told as (insert into operatoros_payments.notification (fact, level, message, recovered, at, times)
                            select 'test:' || gen_random_uuid(), 'info', cast(? as jsonb), false, now(), 1
                            from generate_series(1, ?) returning id)
                        insert into operatoros_payments.mail_outbox (id, kind, recipient, message_id, state, queued_at, next_at,
                            notification_id, title, words)
                        select gen_random_uuid(), 'notice', ?, '<' || gen_random_uuid() || '@example.com>', 'queued', now(), now(), id,
                            'Title', 'Words of number ' || row_number() over (order by id) from told""")) {
            insert.setString(
                    1, Message.of("notice.sweep_trouble", "a test of many").toJson());
            insert.setInt(2, number);
            insert.setString(3, admin);
            insert.executeUpdate();
        }
    }

    private static Map<String, Integer> statesOf(String recipient) {
        Map<String, Integer> states = new HashMap<>();
        try (Connection connection = TestEnvironment.dataSource().getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select state, count(*) from operatoros_payments.mail_outbox where recipient = ? group by 1")) {
            select.setString(1, recipient);
            ResultSet rows = select.executeQuery();
            while (rows.next()) {
                states.put(rows.getString(1), rows.getInt(2));
            }
            return states;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_mail_server_that_is_down_delays_the_mail_and_nothing_else() {
        TestEnvironment.mailRoad().close();
        String client = aClient();

        JsonObject payment = create(client, "Website");

        assertEquals("pending", payment.get("status").getAsString());
        assertTrue(Mailbox.awaitReason(payment, "queued").contains("cannot be reached"));
        TestEnvironment.mailRoad().open();
        Mailbox.of(client).await("Payment request");
        Mailbox.awaitState(payment, "sent");
        assertEquals(1, Mailbox.of(client).mails().size());
    }

    @Test
    void a_mail_server_that_hangs_delays_the_mail_and_nothing_else() {
        TestEnvironment.mailRoad().hang();
        String client = aClient();
        long begin = System.nanoTime();

        JsonObject payment = create(client, "Website");

        Duration taken = Duration.ofNanos(System.nanoTime() - begin);
        assertTrue(taken.compareTo(Duration.ofSeconds(5)) < 0, taken.toString());
        assertTrue(Mailbox.awaitReason(payment, "queued").contains("does not answer in time"));
        TestEnvironment.mailRoad().open();
        Mailbox.of(client).await("Payment request");
        Mailbox.awaitState(payment, "sent");
        assertEquals(1, Mailbox.of(client).mails().size());
    }

    @Test
    void an_address_that_is_refused_is_told_to_the_admin_and_holds_nobody_else_up() {
        String unknown = aClient();
        String other = aClient();
        TestEnvironment.mailRoad().refuse(unknown);

        JsonObject payment = create(unknown, "Website");
        create(other, "Website");

        Mailbox.of(other).await("Payment request");
        assertEquals("550 5.1.1 No such user here", Mailbox.awaitReason(payment, "failed"));
        ReceivedMail notice =
                Mailbox.of(ADMIN).awaitMentioning(payment.get("id").getAsString());
        assertTrue(Mailbox.text(notice).contains("550 5.1.1 No such user here"), Mailbox.text(notice));
        assertTrue(history(payment).contains("E-mail refused: 550 5.1.1 No such user here"));
        assertEquals(0, Mailbox.of(unknown).mails().size());
    }

    @Test
    void hostile_words_arrive_intact_and_harmless() {
        String client = aClient();
        String project = "😀<script>alert('1')</script> \"quotes\" {{name}} {0} $1 "
                .concat("ü".repeat(200))
                .substring(0, 190);
        String description = "First line\n<b>second</b> & 'third' 👩‍👩‍👧\n.\nBcc: x@example.com";

        api.create(AdminApi.aLink(
                "client_email",
                quoted(client),
                "project_name",
                new JsonPrimitive(project),
                "description",
                new JsonPrimitive(description)));

        ReceivedMail mail = Mailbox.of(client).await("Payment request");
        assertEquals("Payment request for " + project + " from Studio Example", mail.subject());
        assertTrue(Mailbox.text(mail).contains(project), Mailbox.text(mail));
        assertTrue(Mailbox.text(mail).contains(description), Mailbox.text(mail));
        assertFalse(Mailbox.html(mail).contains("<script"), Mailbox.html(mail));
        assertTrue(Mailbox.html(mail).contains("😀&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &quot;quotes&quot;"));
        assertTrue(Mailbox.html(mail)
                .contains("First line<br>&lt;b&gt;second&lt;/b&gt; &amp; &#39;third&#39; 👩‍👩‍👧<br>.<br>"));
        assertEquals(client, mail.to());
    }

    private static LocalDate inThirtyDays() {
        return LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC).plusDays(30);
    }

    private static String aClient() {
        return "client-" + UUID.randomUUID() + "@example.com";
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }

    private JsonObject create(String client, String project) {
        return api.create(AdminApi.aLink("client_email", quoted(client), "project_name", quoted(project)))
                .json();
    }

    private static void pay(JsonObject payment) {
        StripeControls.pay(link(payment), "4242424242424242");
    }

    private static String link(JsonObject payment) {
        return payment.getAsJsonObject("stripe").get("payment_link_id").getAsString();
    }

    private String history(JsonObject payment) {
        return api.get("admin/api/payments/" + payment.get("id").getAsString() + "/history")
                .response()
                .body();
    }
}
