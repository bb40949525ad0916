package com.operatoros.payments.sandbox.stripe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.Invoice;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.InvoiceCreateParams;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules SP1, SP2 and SP6 of the sandbox: what the customer of an invoice sees. */
class InvoicePagesTest {

    private static final String CARD = "email=client%40example.com&paymentMethod=card&cardExpiry=12%2F40&cardCvc=123"
            + "&billingName=Client&cardNumber=";

    private final HttpClient http = HttpClient.newHttpClient();
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
    void the_page_shows_the_invoice_and_escapes_what_others_wrote() throws Exception {
        Invoice open = anInvoiceFullOfMarkup();

        String page = get(open.getHostedInvoiceUrl()).body();

        assertTrue(page.contains(open.getNumber()));
        assertTrue(page.contains("$1,234.56"));
        assertTrue(page.contains("O&#39;Brien &lt;script&gt;"));
        assertTrue(page.contains("PO number"));
        assertTrue(page.contains("&lt;b&gt;Memo&lt;/b&gt; \ud83d\ude80"));
        assertTrue(page.contains("&quot;Line&quot; \u0141\u00f3d\u017a"));
        assertFalse(page.contains("<script>"));
        assertFalse(page.contains("<b>"));
    }

    private Invoice anInvoiceFullOfMarkup() throws StripeException {
        Customer customer = billing.stripe()
                .v1()
                .customers()
                .create(CustomerCreateParams.builder()
                        .setEmail("client@example.com")
                        .setName("O'Brien <script>" + "n".repeat(200))
                        .build());
        Invoice draft = billing.stripe()
                .v1()
                .invoices()
                .create(Billing.aDraftTo(customer)
                        .setDescription("<b>Memo</b> \ud83d\ude80\nsecond line")
                        .addCustomField(InvoiceCreateParams.CustomField.builder()
                                .setName("PO number")
                                .setValue("<4711>")
                                .build())
                        .build());
        billing.addItem(draft, 123_456, "\"Line\" \u0141\u00f3d\u017a");
        return billing.stripe().v1().invoices().finalizeInvoice(draft.getId());
    }

    @Test
    void the_form_pays_the_invoice_once() throws Exception {
        Invoice open = billing.anOpenInvoiceOf(1000);

        HttpResponse<String> paid = post(open, CARD + "4242424242424242");
        HttpResponse<String> again = post(open, CARD + "4242424242424242");

        assertEquals(303, paid.statusCode());
        assertEquals("paid", billing.get(open).getStatus());
        assertTrue(get(open.getHostedInvoiceUrl()).body().contains("Invoice paid"));
        assertEquals(409, again.statusCode());
    }

    @Test
    void a_decline_and_a_typing_error_stand_at_their_field() throws Exception {
        Invoice open = billing.anOpenInvoiceOf(1000);

        HttpResponse<String> declined = post(open, CARD + "4000000000000002");
        HttpResponse<String> wrong = post(open, CARD + "4242424242424241");

        assertEquals(402, declined.statusCode());
        assertTrue(declined.body().contains("Your card was declined."));
        assertEquals(400, wrong.statusCode());
        assertTrue(wrong.body().contains("Your card number is invalid."));
        assertFalse(wrong.body().contains("4242424242424241"));
        assertEquals("open", billing.get(open).getStatus());
    }

    @Test
    void a_debit_that_is_on_its_way_is_not_asked_for_again() throws Exception {
        Invoice open = billing.anOpenInvoiceOf(1000);
        String debit =
                "email=client%40example.com&paymentMethod=sepa_debit&billingName=Client&iban=DE89370400440532013000";

        HttpResponse<String> submitted = post(open, debit);
        HttpResponse<String> again = post(open, debit);

        assertEquals(303, submitted.statusCode());
        assertEquals(409, again.statusCode());
        assertTrue(get(open.getHostedInvoiceUrl()).body().contains("being processed"));
    }

    @Test
    void a_void_invoice_is_shown_without_a_form() throws Exception {
        Invoice open = billing.anOpenInvoiceOf(1000);
        billing.stripe().v1().invoices().voidInvoice(open.getId());

        String page = get(open.getHostedInvoiceUrl()).body();

        assertTrue(page.contains("This invoice was voided"));
        assertFalse(page.contains("<form"));
        assertEquals(409, post(open, CARD + "4242424242424242").statusCode());
    }

    @Test
    void an_unknown_address_leads_nowhere() throws Exception {
        assertEquals(404, get(sandbox.base() + "/pay/invoice/test_unknown").statusCode());
        assertEquals(404, get(sandbox.base() + "/pay/invoice/test_unknown/pdf").statusCode());
    }

    @Test
    void the_address_of_an_invoice_is_not_that_of_a_link() throws Exception {
        String token = billing.anOpenInvoiceOf(1000).getHostedInvoiceUrl().replaceFirst(".*/", "");

        assertEquals(404, get(sandbox.base() + "/pay/" + token).statusCode());
    }

    @Test
    void the_pdf_is_whole_and_holds_every_letter() throws Exception {
        Invoice open = anInvoiceFullOfMarkup();

        HttpResponse<String> reply = get(open.getInvoicePdf());
        String pdf = reply.body();

        assertEquals(
                "application/pdf", reply.headers().firstValue("Content-Type").orElseThrow());
        assertTrue(pdf.contains(drawn("Invoice " + open.getNumber())));
        assertTrue(pdf.contains(drawn("$1,234.56")));
        assertTrue(
                pdf.contains("<FEFF" + hex("\"Line\" \u0141\u00f3d\u017a".getBytes(StandardCharsets.UTF_16BE)) + ">"));
        assertTrue(pdf.chars().allMatch(character -> character < 128));
        assertEveryObjectStandsWhereTheTableSays(pdf);
    }

    private static void assertEveryObjectStandsWhereTheTableSays(String pdf) {
        assertTrue(pdf.startsWith("xref\n", Integer.parseInt(find("startxref\n(\\d+)\n%%EOF", pdf))));
        Matcher entries = Pattern.compile("(\\d{10}) 00000 n \n").matcher(pdf);
        int objects = 0;
        while (entries.find()) {
            objects++;
            assertTrue(pdf.startsWith(objects + " 0 obj\n", Integer.parseInt(entries.group(1))));
        }
        assertEquals(Integer.parseInt(find("/Size (\\d+)", pdf)) - 1, objects);
    }

    private static String find(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertTrue(matcher.find(), pattern);
        return matcher.group(1);
    }

    private static String drawn(String text) {
        return "<" + hex(text.getBytes(StandardCharsets.ISO_8859_1)) + "> Tj";
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }

    private HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(Invoice invoice, String form) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(invoice.getHostedInvoiceUrl()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }
}
