package com.operatoros.payments.mail;

import com.operatoros.payments.text.Message;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail about a payment, as its page shows it.
 *
 * @param kind {@code payment}, {@code resend}, {@code receipt} or {@code notice}: the key {@code mail.kind.…}
 * @param state {@code queued}, {@code sent}, {@code failed} or {@code not_configured}: the key {@code mail.state.…}
 * @param at when it came there
 */
public record MailLine(
        String kind,
        String recipient,
        String state,
        Instant at,
        @Nullable Message reason) {

    static MailLine of(OutboxMail mail) {
        return new MailLine(
                mail.kind().code(),
                mail.recipient(),
                mail.delivery().state().code(),
                mail.delivery().since(),
                mail.delivery().reason());
    }
}
