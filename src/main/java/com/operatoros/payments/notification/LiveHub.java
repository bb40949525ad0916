package com.operatoros.payments.notification;

import static com.operatoros.payments.json.JsonSupport.JSON;
import static jakarta.enterprise.event.TransactionPhase.AFTER_SUCCESS;

import com.operatoros.payments.payment.PaymentChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.websocket.Session;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Sends what was committed to every page that is open on this server (rule N4). */
@ApplicationScoped
class LiveHub {

    private final Set<LiveConnection> connections = ConcurrentHashMap.newKeySet();

    void add(Session session) {
        connections.add(new LiveConnection(session));
    }

    void remove(Session session) {
        connections.removeIf(connection -> connection.belongsTo(session));
    }

    void on(@Observes(during = AFTER_SUCCESS) PaymentChanged changed) {
        send(JSON.createObjectBuilder()
                .add("type", "payment")
                .add("payment_id", changed.paymentId().toString())
                .add("status", changed.payment().status().code())
                .add("reference", changed.payment().reference())
                .build());
    }

    void on(@Observes(during = AFTER_SUCCESS) NotificationWritten notification) {
        JsonObjectBuilder message = JSON.createObjectBuilder()
                .add("type", "notification")
                .add("id", notification.id())
                .add("level", notification.level().code())
                .add("title", notification.title())
                .add("message", notification.message());
        if (notification.paymentId() == null) {
            message.addNull("payment_id");
        } else {
            message.add("payment_id", notification.paymentId().toString());
        }
        send(message.build());
    }

    /** Nothing new, but what open pages show has changed. */
    void on(@Observes(during = AFTER_SUCCESS) NotificationsRead read) {
        send(JSON.createObjectBuilder().add("type", "resync").build());
    }

    private void send(JsonObject message) {
        String text = message.toString();
        connections.forEach(connection -> connection.send(text));
    }
}
