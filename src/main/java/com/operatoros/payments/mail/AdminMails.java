package com.operatoros.payments.mail;

import com.operatoros.payments.notification.Level;
import com.operatoros.payments.notification.NotificationWritten;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Tells the admins by mail what they are told on the dashboard, in the transaction of the notification. */
@ApplicationScoped
class AdminMails {

    /** A failure may come a moment before its reason, which then still gets into the same mail. */
    private static final Duration TIME_FOR_THE_REASON = Duration.ofSeconds(3);

    @Inject
    private MailQueue queue;

    @Inject
    private MailSettings settings;

    @Inject
    private Clock clock;

    void on(@Observes NotificationWritten notification) {
        settings.admins().forEach(admin -> tell(admin, notification));
    }

    /** A failure may come a moment before its reason; more of the same is collected. */
    private static Duration pause(NotificationWritten notification) {
        if (notification.isMore()) {
            return NotificationWritten.BUNDLE;
        }
        return notification.level() == Level.ERROR ? TIME_FOR_THE_REASON : Duration.ZERO;
    }

    private void tell(String admin, NotificationWritten notification) {
        Optional<OutboxMail> waiting =
                notification.isFirst() ? Optional.empty() : queue.findUntried(notification.id(), admin);
        OutboxMail mail = waiting.orElseGet(() -> queue.draft(notification.paymentId(), MailKind.NOTICE, admin));
        mail.saying(notification.id(), notification.title(), notification.message());
        if (waiting.isEmpty()) {
            queue.add(mail.notBefore(clock.instant().plus(pause(notification))));
        }
    }
}
