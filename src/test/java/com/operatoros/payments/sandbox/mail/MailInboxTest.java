package com.operatoros.payments.sandbox.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The inbox of mails, which never leave it (rules SL3 and SL4). */
class MailInboxTest {

    private Path folder;
    private MailInbox inbox;
    private HttpServer server;

    @BeforeEach
    void start(@TempDir Path temporary) throws IOException {
        folder = temporary;
        inbox = MailInbox.start(0, folder);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/mail", inbox.page());
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        inbox.close();
    }

    @Test
    void a_mail_to_several_is_one_mail_and_names_hidden_recipients_too() throws MessagingException {
        send("Rechnung für Müller", "<p>19,99 €</p>");

        assertEquals(1, inbox.mails().size());
        ReceivedMail mail = inbox.mails().get(0);
        assertEquals("client@x.example, hidden@x.example", mail.to());
        assertEquals("billing@x.example", mail.from());
        assertEquals("Rechnung für Müller", mail.subject());
        assertEquals("19,99 €", mail.text());
        assertEquals("<p>19,99 €</p>", mail.html());
    }

    @Test
    void mails_survive_a_restart_and_stand_newest_first() throws MessagingException {
        send("first", "1");
        send("second", "2");
        var before = inbox.mails();

        inbox.close();
        inbox = MailInbox.start(0, folder);

        assertEquals(before, inbox.mails());
        assertEquals("second", inbox.mails().get(0).subject());
    }

    @Test
    void the_json_has_the_names_of_the_contract() throws Exception {
        send("subject", "<p>html</p>");

        JsonObject json = JsonParser.parseString(get("", "*/*").body()).getAsJsonObject();

        JsonObject mail = json.getAsJsonArray("data").get(0).getAsJsonObject();
        assertEquals(
                "[message_id, to, from, subject, text, html, at]", mail.keySet().toString());
        assertTrue(mail.get("at").getAsString().matches("\\d{4}-.*Z"));
    }

    @Test
    void what_a_mail_says_cannot_run_in_the_page() throws Exception {
        send("<script>alert(1)</script>", "<script>alert(2)</script>");

        HttpResponse<String> page = get("", "text/html,*/*");
        assertTrue(page.body().contains("&lt;script&gt;alert(1)"));
        assertFalse(page.body().contains("<script>"));

        String address = page.body().replaceFirst("(?s).*<iframe[^>]* src=\"([^\"]*)\".*", "$1");
        HttpResponse<String> body = get(address, "text/html");
        assertTrue(body.body().endsWith("<script>alert(2)</script>"));
        String policy = body.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertTrue(policy.startsWith("sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'"));
    }

    @Test
    void delete_empties_it_for_good() throws Exception {
        send("subject", "html");

        HttpRequest delete = HttpRequest.newBuilder(address("")).DELETE().build();
        assertEquals(200, client().send(delete, BodyHandlers.discarding()).statusCode());

        assertTrue(inbox.mails().isEmpty());
        inbox.close();
        inbox = MailInbox.start(0, folder);
        assertTrue(inbox.mails().isEmpty());
    }

    @Test
    void a_mail_may_have_no_html() throws MessagingException {
        MimeMessage message = new MimeMessage(session());
        message.setFrom("billing@x.example");
        message.setRecipients(RecipientType.TO, "client@x.example");
        message.setText("plain");

        Transport.send(message, "any", "login");

        assertEquals("plain", inbox.mails().get(0).text());
        assertNull(inbox.mails().get(0).html());
    }

    private void send(String subject, String html) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText("19,99 €", "UTF-8");
        MimeBodyPart page = new MimeBodyPart();
        page.setText(html, "UTF-8", "html");
        MimeMessage message = new MimeMessage(session());
        message.setFrom("Studio <billing@x.example>");
        message.setRecipients(RecipientType.TO, "Client <client@x.example>");
        message.setSubject(subject, "UTF-8");
        message.setContent(new MimeMultipart("alternative", text, page));
        message.saveChanges();
        Transport.send(message, InternetAddress.parse("client@x.example, hidden@x.example"));
    }

    private Session session() {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", Integer.toString(inbox.port()));
        return Session.getInstance(properties);
    }

    private HttpResponse<String> get(String query, String accept) throws IOException, InterruptedException {
        return client().send(
                        HttpRequest.newBuilder(address(query))
                                .header("Accept", accept)
                                .build(),
                        BodyHandlers.ofString());
    }

    private static HttpClient client() {
        return HttpClient.newHttpClient();
    }

    private URI address(String query) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/mail" + query);
    }
}
