package com.operatoros.payments.admin;

import com.operatoros.payments.setup.SetupCheck;
import com.operatoros.payments.setup.SetupReport;
import com.operatoros.payments.setup.Stories;
import com.operatoros.payments.setup.StoryResult;
import com.operatoros.payments.setup.WebhookSetup;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Shows whether everything is set up, and mends what it can: the webhook endpoint. In the sandbox it rehearses, too.
 */
@Named
@RequestScoped
public class SetupPage {

    private static final String AGAIN = "/admin/setup?faces-redirect=true";
    private static final Set<String> RESULTS = Stream.of(WebhookSetup.Result.values())
            .map(WebhookSetup.Result::code)
            .collect(Collectors.toSet());

    @EJB
    private SetupCheck check;

    @EJB
    private WebhookSetup webhook;

    @EJB
    private Stories stories;

    @Inject
    private FormRequest request;

    private @Nullable SetupReport report;
    private @Nullable String registered;

    /** Registers the webhook endpoint at Stripe, or repairs it. */
    public @Nullable String register() {
        return request.once(
                "register",
                List.of(),
                by -> AGAIN + "&registered=" + webhook.register().code());
    }

    /** Plays what must work before anybody is billed; only in the sandbox. */
    public @Nullable String rehearse() {
        return request.once("rehearse", List.of(), by -> {
            stories.play();
            return AGAIN;
        });
    }

    /** What was looked at, now. */
    public SetupReport getReport() {
        if (report == null) {
            report = check.run();
        }
        return report;
    }

    /** Whether there is something to play in. */
    public boolean isSandbox() {
        return stories.arePossible();
    }

    /** How the last rehearsal went. */
    public List<StoryResult> getStories() {
        return stories.results();
    }

    /** How the registration has ended; null when it was not asked for. */
    public @Nullable String getRegistered() {
        return registered;
    }

    /** Whether the endpoint is as it should be. */
    public boolean isDone() {
        return WebhookSetup.Result.REGISTERED.code().equals(registered)
                || WebhookSetup.Result.REPAIRED.code().equals(registered);
    }

    /** Where Stripe is to send its events. */
    public String getAddress() {
        return webhook.address();
    }

    public void setRegistered(@Nullable String registered) {
        this.registered = registered != null && RESULTS.contains(registered) ? registered : null;
    }
}
