package com.operatoros.payments.support;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** A client who pays on Stripe's page, in a browser of their own. */
public final class Payer implements AutoCloseable {

    private static final Pattern PAY = Pattern.compile("^\\s*Pay \\$");

    private final BrowserContext context;
    private final Page page;

    private Payer(BrowserContext context) {
        this.context = context;
        context.setDefaultTimeout(Chromium.PATIENCE.toMillis());
        this.page = context.newPage();
    }

    public static Payer open(Browser browser, String link) {
        Payer payer = new Payer(browser.newContext());
        payer.page.navigate(link);
        return payer;
    }

    public Page page() {
        return page;
    }

    public void payWith(String card) {
        page.locator("[name=email]").fill("test@example.com");
        page.locator("[name=cardNumber]").fill(card);
        page.locator("[name=cardExpiry]").fill("12/34");
        page.locator("[name=cardCvc]").fill("123");
        page.locator("[name=billingName]").fill("Test Client");
        page.getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText(PAY))
                .click();
    }

    public void seesThanks() {
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .containsText("Thanks for your payment");
    }

    /** The page of an invoice, which stays what it is. */
    public void seesPaidInvoice() {
        assertThat(page.locator("main")).containsText("Invoice paid");
    }

    public void sees(String refusal) {
        assertThat(page.getByRole(AriaRole.ALERT).first()).containsText(refusal);
    }

    @Override
    public void close() {
        context.close();
    }
}
