package com.operatoros.payments.support;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** The admin in front of a browser; it remembers whatever the browser complained about. */
public final class AdminBrowser implements AutoCloseable {

    private static List<Cookie> session = List.of();

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    private AdminBrowser(BrowserContext context) {
        this.context = context;
        context.setDefaultTimeout(Chromium.PATIENCE.toMillis());
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            boolean isComplaint =
                    message.type().equals("error") || message.type().equals("warning");
            // What a test takes away is not complained about.
            if (isComplaint && !message.text().contains("ERR_INTERNET_DISCONNECTED")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    /** A browser window of a desktop. */
    public static AdminBrowser open(Browser browser) {
        return open(browser, 1280, ColorScheme.LIGHT);
    }

    public static AdminBrowser open(Browser browser, int width, ColorScheme scheme) {
        return new AdminBrowser(browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(TestEnvironment.baseUrl().toString())
                .setViewportSize(width, 900)
                .setColorScheme(scheme)));
    }

    /** A browser that runs no scripts. */
    public static AdminBrowser withoutScripts(Browser browser) {
        return new AdminBrowser(browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(TestEnvironment.baseUrl().toString())
                .setJavaScriptEnabled(false)));
    }

    /** A browser whose reader wants to read German. */
    public static AdminBrowser inGerman(Browser browser) {
        return new AdminBrowser(browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(TestEnvironment.baseUrl().toString())
                .setViewportSize(1280, 900)
                .setLocale("de-DE")));
    }

    public Page page() {
        return page;
    }

    public BrowserContext context() {
        return context;
    }

    /** What the console said: errors, warnings, violations of the Content-Security-Policy. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Comes in by an earlier login, as long as that is good: most tests are not about logging in. */
    public AdminBrowser logIn() {
        context.addCookies(session);
        page.navigate("admin/overview");
        if (page.url().contains("/login")) {
            logInByForm();
        }
        return this;
    }

    /** Logs in with name and password. */
    public AdminBrowser logInByForm() {
        page.navigate("admin");
        page.locator("#user").fill(TestEnvironment.USERNAME);
        page.locator("#password").fill(TestEnvironment.PASSWORD);
        page.locator("#submit").click();
        assertThat(page).hasURL(Pattern.compile(".*/admin/overview$"));
        session = context.cookies().stream()
                .filter(cookie -> cookie.name.equals("OPERATOROS_PAYMENTS"))
                .toList();
        return this;
    }

    /** Fills the form in by the labels of its fields and sends it. */
    public void create(Map<String, String> fields) {
        page.navigate("admin/payments/new");
        fields.forEach((label, text) -> field(label).fill(text));
        page.locator("#create").click();
    }

    /** The same for an invoice that is due after a number of days. */
    public void createInvoice(Map<String, String> fields, int dueDays) {
        page.navigate("admin/payments/new");
        fields.forEach((label, text) -> field(label).fill(text));
        page.locator("input[name=type][value=invoice]").check();
        field("Days until it is due").fill(String.valueOf(dueDays));
        page.locator("#create").click();
    }

    public void openPayment(String id) {
        page.navigate("admin/payment?id=" + id);
    }

    /** Presses a button of the page of a payment, such as {@code resend}, and confirms it where that is asked. */
    public void press(String button) {
        page.locator("#" + button).click();
        if (button.equals("cancel") || button.equals("mark_paid")) {
            page.locator("#" + button + "_now").click();
        }
    }

    /** The amount and the status of the payment. */
    public Locator summary() {
        return page.locator("#standing");
    }

    /** A line of the details of the payment. */
    public Locator detail(String label) {
        return page.locator("#details .detail")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("dt").getByText(label, new Locator.GetByTextOptions().setExact(true))));
    }

    /** What the page tells of the button that was pressed. */
    public Locator actionEnd() {
        return page.locator("#ended");
    }

    public Locator field(String label) {
        return page.getByLabel(label);
    }

    /** The address that the page of a new payment shows. */
    public String linkOfTheNewPayment() {
        assertThat(page).hasURL(Pattern.compile(".*/admin/payment\\?id=[0-9a-f-]{36}.*"));
        return page.locator("#url").inputValue();
    }

    public void openPayments() {
        page.navigate("admin/payments");
        assertThat(page.locator("#live")).hasAttribute("data-state", "live");
    }

    /** The line of a project in the list. */
    public Locator row(String project) {
        return page.locator("#payments tr").filter(new Locator.FilterOptions().setHasText(project));
    }

    /** Puts a mark on the page that only a reload takes away. */
    public void mark() {
        page.evaluate("() => { document.documentElement.dataset.mark = 'here'; }");
    }

    public Locator marked() {
        return page.locator("html[data-mark=here]");
    }

    public Locator toast(String title) {
        return page.locator("#toasts .toast-note").filter(new Locator.FilterOptions().setHasText(title));
    }

    @Override
    public void close() {
        context.close();
    }
}
