package com.operatoros.payments.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.assertions.LocatorAssertions;
import com.operatoros.payments.support.AdminBrowser;
import com.operatoros.payments.support.Chromium;
import com.operatoros.payments.support.Mailbox;
import com.operatoros.payments.support.Payer;
import com.operatoros.payments.support.RunningApplication;
import com.operatoros.payments.support.TestEnvironment;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From the form to the paid invoice, as the admin and the client see it (rules B3 and C3). */
@ExtendWith(RunningApplication.class)
class InvoiceStoryIT {

    private static final LocatorAssertions.ContainsTextOptions SOON =
            new LocatorAssertions.ContainsTextOptions().setTimeout(5_000);
    private static final Pattern PAY_ADDRESS = Pattern.compile("http\\S+/pay/[A-Za-z0-9_-]+");

    private final String project =
            "AI Consulting " + UUID.randomUUID().toString().substring(0, 8);
    private AdminBrowser admin;

    @BeforeEach
    void logIn() {
        admin = AdminBrowser.open(Chromium.shared()).logIn();
    }

    @AfterEach
    void nothingWasComplainedAbout() {
        assertEquals(List.of(), admin.complaints());
        admin.close();
    }

    @Test
    void an_invoice_is_created_mailed_and_paid_and_the_page_turns_paid_without_a_reload() {
        admin.createInvoice(anInvoiceOf2500Dollars(), 30);
        assertThat(admin.summary()).containsText("$2,500.00");
        assertThat(admin.summary()).containsText("Pending");
        assertTrue(admin.linkOfTheNewPayment()
                .startsWith(TestEnvironment.stripe().base().toString()));
        assertThat(admin.detail("Invoice number")).containsText("-0");
        assertThat(admin.detail("Due")).containsText(inDays(30));
        String mail = Mailbox.text(Mailbox.of("demo@example.com").awaitMentioning(project));
        assertThat(admin.page().locator("#mails")).containsText("Sent", SOON);
        admin.mark();

        try (Payer payer = Payer.open(Chromium.shared(), payAddress(mail))) {
            payer.payWith("4242424242424242");
            payer.seesPaidInvoice();
        }

        assertThat(admin.summary()).containsText("Paid", SOON);
        assertThat(admin.toast("Payment received")).containsText("Demo Corp paid $2,500.00 for " + project);
        assertThat(admin.page().locator("#mails")).containsText("Receipt to the client", SOON);
        assertThat(admin.marked()).hasCount(1);
        assertThat(admin.page().locator("#cancel")).hasCount(0);
        Mailbox.of("demo@example.com").await("Receipt for " + project);
    }

    @Test
    void the_list_tells_an_invoice_by_its_number_and_its_due_date() {
        admin.createInvoice(anInvoiceOf2500Dollars(), 7);
        String number = admin.detail("Invoice number").locator("dd").innerText().strip();

        admin.openPayments();

        assertThat(admin.row(project)).containsText("Invoice " + number);
        assertThat(admin.row(project)).containsText("Due " + inDays(7));
    }

    @Test
    void a_due_date_that_is_none_is_said_at_its_field() {
        admin.createInvoice(anInvoiceOf2500Dollars(), 400);

        assertThat(admin.page().locator("#due_days_note")).containsText("A whole number of days from 0 to 365");
        assertThat(admin.field("Days until it is due")).isFocused();
        assertThat(admin.field("Days until it is due")).hasValue("400");
        assertThat(admin.page().locator("input[name=type][value=invoice]")).isChecked();
    }

    @Test
    void the_due_date_is_asked_for_only_where_there_is_one() {
        admin.page().navigate("admin/payments/new");
        assertThat(admin.page().locator(".due")).isHidden();

        admin.page().locator("input[name=type][value=invoice]").check();
        assertThat(admin.field("Days until it is due")).hasValue("30");
        admin.page().locator("input[name=due][value=date]").check();

        assertThat(admin.field("Days until it is due")).isHidden();
        assertThat(admin.field("Due on")).isVisible();
    }

    @Test
    void the_clients_address_of_the_pdf_leads_to_it() {
        admin.createInvoice(anInvoiceOf2500Dollars(), 30);
        String pdf = admin.page().locator("#pay-url").inputValue() + "/pdf";

        var answer = admin.context().request().get(pdf);

        assertEquals(200, answer.status());
        assertEquals("application/pdf", answer.headers().get("content-type"));
    }

    @Test
    void the_client_of_a_replaced_invoice_is_led_to_its_correction() {
        admin.createInvoice(anInvoiceOf2500Dollars(), 30);
        assertThat(admin.summary()).containsText("Pending");
        String oldAddress = admin.page().locator("#pay-url").inputValue();
        admin.page().locator("#replace").click();
        assertThat(admin.field("Amount")).hasValue("2500.00");
        admin.field("Amount").fill("2600");
        admin.page().locator("#create").click();
        assertThat(admin.summary()).containsText("$2,600.00");
        assertThat(admin.detail("Replaces")).containsText("OP-");

        try (Payer payer = Payer.open(Chromium.shared(), oldAddress)) {
            assertThat(payer.page().locator("main")).containsText("$2,600.00");
        }

        admin.detail("Replaces").locator("a").click();
        assertThat(admin.summary()).containsText("Canceled");
        assertThat(admin.page().locator("#notices")).containsText("has been replaced");
    }

    private static String payAddress(String mail) {
        Matcher address = PAY_ADDRESS.matcher(mail);
        assertTrue(address.find(), mail);
        return address.group();
    }

    private static String inDays(int days) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(Locale.ENGLISH)
                .format(LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC)
                        .plusDays(days));
    }

    private Map<String, String> anInvoiceOf2500Dollars() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Project name", project);
        fields.put("Client name", "Demo Corp");
        fields.put("Client e-mail", "demo@example.com");
        fields.put("Amount", "2500");
        return fields;
    }
}
