package com.operatoros.payments.notification;

import com.operatoros.payments.gateway.ContradictoryReport;
import com.operatoros.payments.gateway.FailedEvent;
import com.operatoros.payments.text.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Writes notifications about events that could not be taken as they came (rules N1 to N3). */
@ApplicationScoped
class EventNotices {

    @Inject
    private NotificationStore store;

    void on(@Observes ContradictoryReport report) {
        Message message = Message.of("notice.contradiction", report.evidence(), report.type());
        store.write(null, "contradiction:" + report.evidence(), Level.CRITICAL, message, false);
    }

    /** Once for each event, however often it fails; many are one piece of news. */
    void on(@Observes FailedEvent event) {
        Message one = Message.of("notice.event_failed", event.id(), event.type(), event.error());
        store.writeDigest(
                null,
                "event_failed:",
                "event_failed:" + event.id(),
                Level.ERROR,
                one,
                count -> Message.of("notice.events_failed", count));
    }
}
