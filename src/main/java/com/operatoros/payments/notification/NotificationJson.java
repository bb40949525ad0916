package com.operatoros.payments.notification;

import static com.operatoros.payments.json.JsonSupport.JSON;

import com.operatoros.payments.text.Messages;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.UUID;

/** A notification as JSON: the same in the list of the admin and on its way to OperatorOS (rule N6). */
public final class NotificationJson {

    private NotificationJson() {}

    /**
     * {@code {id, title, message, level, timestamp, acknowledged, data: {payment_id, fact}}}.
     *
     * @param english with the times of the business's zone
     */
    public static JsonObject of(Notification notification, Messages english) {
        JsonObjectBuilder data = JSON.createObjectBuilder();
        UUID paymentId = notification.paymentId();
        if (paymentId == null) {
            data.addNull("payment_id");
        } else {
            data.add("payment_id", paymentId.toString());
        }
        return JSON.createObjectBuilder()
                .add("id", notification.id())
                .add("title", notification.title(english))
                .add("message", notification.text(english))
                .add("level", notification.level().code())
                .add("timestamp", notification.at().toString())
                .add("acknowledged", notification.isAcknowledged())
                .add("data", data.add("fact", notification.fact()))
                .build();
    }
}
