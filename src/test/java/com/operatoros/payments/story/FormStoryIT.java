package com.operatoros.payments.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import com.operatoros.payments.support.AdminBrowser;
import com.operatoros.payments.support.Chromium;
import com.operatoros.payments.support.Payer;
import com.operatoros.payments.support.RunningApplication;
import com.operatoros.payments.support.TestEnvironment;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The form that creates a payment, while it is filled in (rule D4). */
@ExtendWith(RunningApplication.class)
class FormStoryIT {

    private final String project = "Form " + UUID.randomUUID().toString().substring(0, 8);
    private AdminBrowser admin;
    private Page page;

    @BeforeEach
    void openTheForm() {
        admin = AdminBrowser.open(Chromium.shared()).logIn();
        page = admin.page();
        page.navigate("admin/payments/new");
    }

    @AfterEach
    void nothingWasComplainedAbout() {
        assertEquals(List.of(), admin.complaints());
        admin.close();
    }

    @Test
    void an_amount_is_judged_and_repeated_as_it_is_understood_while_it_is_typed() {
        page.locator("#amount").pressSequentially("1,500");
        assertThat(page.locator("#amount_note .field-error")).isVisible();
        assertThat(page.locator("#amount")).hasAttribute("aria-invalid", "true");
        assertThat(page.locator("#echo")).not().containsText("$");
        // What was not touched yet is not complained about.
        assertThat(page.locator("#project_name_note .field-error")).hasCount(0);

        page.locator("#amount").fill("1500");

        assertThat(page.locator("#echo")).containsText("$1,500.00");
        assertThat(page.locator("#echo")).containsText("US Dollar");
        assertThat(page.locator("#amount_note .field-error")).hasCount(0);
        assertThat(page.locator("#amount")).hasAttribute("aria-invalid", "false");
        page.locator("#currency").selectOption("jpy");
        assertThat(page.locator("#echo")).containsText("Yen");
    }

    @Test
    void the_mail_is_shown_as_the_client_will_read_it_and_nothing_is_created() {
        int calls = TestEnvironment.stripe().requests("POST", "/v1/payment_links");
        assertThat(page.locator("#preview")).containsText("Fill in the form");

        fillIn();

        assertThat(page.locator("#preview")).containsText("client@example.com");
        assertThat(page.locator("#preview")).containsText("Hello Ada");
        assertThat(page.locator("#preview")).containsText("$1,500.00");
        page.locator("#send_email").uncheck();
        assertThat(page.locator("#preview")).containsText("No mail is sent");
        page.locator("input[name=type][value=invoice]").check();
        page.locator("#send_email").check();
        assertThat(page.locator("#preview")).containsText("Due");
        assertEquals(calls, TestEnvironment.stripe().requests("POST", "/v1/payment_links"));
    }

    @Test
    void after_a_success_the_link_can_be_copied_and_another_one_created() {
        fillIn();

        page.locator("#create").click();

        assertThat(page.locator("#created")).containsText("Payment link created");
        assertThat(page.locator("#created-url")).isVisible();
        page.locator("#created a[href$='/admin/payments/new']").click();
        assertThat(page.locator("#amount")).hasValue("");
        page.locator("#project_name").pressSequentially(project.substring(5));
        assertThat(page.locator("#project_name_known option[value='" + project + "']"))
                .hasCount(1);
        page.locator("#project_name").pressSequentially("x");
        assertThat(page.locator("#project_name_known option")).hasCount(0);
        page.locator("#client_email").pressSequentially("CLIENT@");
        assertThat(page.locator("#client_email_known option[value='client@example.com']"))
                .hasCount(1);
    }

    @Test
    void a_currency_is_found_by_its_name_and_those_in_use_come_first() {
        page.locator("#currency").selectOption(new SelectOption().setLabel("IDR – Indonesian Rupiah"));
        fillIn();
        admin.field("Amount").fill("9999999999.99");

        page.locator("#create").click();

        assertThat(admin.summary()).containsText("9,999,999,999.99");
        page.navigate("admin/payments/new");
        assertThat(page.locator("#currency optgroup")).hasCount(2);
        assertThat(page.locator("#currency optgroup").first()).containsText("IDR – Indonesian Rupiah");
        assertThat(page.locator("#currency")).hasValue("usd");
    }

    @Test
    void an_address_with_an_umlaut_stays_as_it_was_typed_and_reaches_the_payment_page() {
        fillIn();
        admin.field("Client e-mail").fill("o'neil+a@m\u00fcller-bau.example");

        page.locator("#create").click();

        assertThat(page.locator("#details")).containsText("o'neil+a@m\u00fcller-bau.example");
        try (Payer payer =
                Payer.open(Chromium.shared(), page.locator("#pay-url").inputValue())) {
            assertThat(payer.page().locator("[name=email]")).hasValue("o'neil+a@xn--mller-bau-q9a.example");
        }
    }

    private void fillIn() {
        admin.field("Project name").fill(project);
        admin.field("Client name").fill("Ada");
        admin.field("Client e-mail").fill("client@example.com");
        admin.field("Amount").fill("1500");
    }
}
