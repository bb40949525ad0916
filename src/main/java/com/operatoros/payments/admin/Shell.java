package com.operatoros.payments.admin;

import com.operatoros.payments.business.BillingProfile;
import com.operatoros.payments.business.Business;
import com.operatoros.payments.notification.Notification;
import com.operatoros.payments.notification.Notifications;
import com.operatoros.payments.notification.feed.FeedSettings;
import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.setup.Settings;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives every page what stands around its content: who is logged in, what is unread, in which mode and theme. */
@Named
@RequestScoped
public class Shell {

    private static final int NEWEST = 6;

    /** More than that are told as more than 99. */
    private static final int MOST_UNREAD = 100;

    @Inject
    private Settings settings;

    @Inject
    private BillingProfile profile;

    @Inject
    private Clock clock;

    @Inject
    private HttpServletRequest request;

    @Inject
    private FeedSettings operatorOs;

    @EJB
    private Notifications notifications;

    private @Nullable Long unread;
    private @Nullable List<Notification> newest;

    public String mode() {
        return settings.mode();
    }

    /** Whether a payment belongs to the other mode: it is in no sum, and nothing can be done about it. */
    public boolean ofOtherMode(Payment payment) {
        return payment.isLive() != profile.isLive();
    }

    public String businessName() {
        return profile.businessName();
    }

    /** Where the dashboard of OperatorOS is; null when nobody has said it. */
    public @Nullable URI operatorOs() {
        return operatorOs.dashboard();
    }

    /** Who bills. */
    public Business business() {
        return profile.business();
    }

    /** The day that it is where the business is. */
    public LocalDate today() {
        return profile.today(clock);
    }

    public @Nullable String userName() {
        return request.getRemoteUser();
    }

    /** How many notifications wait to be read, up to 100. */
    public long unread() {
        if (unread == null) {
            unread = notifications.unread(MOST_UNREAD);
        }
        return unread;
    }

    /** The newest notifications. */
    public List<Notification> notifications() {
        if (newest == null) {
            newest = notifications.list(null, NEWEST);
        }
        return newest;
    }

    /** The number of the newest notification: what is newer was not yet told on this page. */
    public long latestNotification() {
        return notifications().stream().mapToLong(Notification::id).findFirst().orElse(0);
    }

    public Theme theme() {
        return Theme.of(request);
    }
}
