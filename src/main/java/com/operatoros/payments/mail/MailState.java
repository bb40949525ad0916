package com.operatoros.payments.mail;

import com.operatoros.payments.outbox.OutboxState;
import com.operatoros.payments.payment.operation.SendingView;
import com.operatoros.payments.text.Message;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stage of the mail that brings a payment to its client.
 *
 * @param state {@code queued}, {@code sent}, {@code failed}, {@code not_configured} or {@code not_requested}
 * @param at when it came there
 * @param reason why it has not gone, or who sends it instead of us
 */
public record MailState(
        String state, @Nullable Instant at, @Nullable Message reason) {

    static final MailState NOT_REQUESTED = new MailState("not_requested", null, null);

    /** Before there is a mail: it waits for what it is to bring, or will never be sent. */
    static MailState of(SendingView sending) {
        OutboxState state = sending.isRefused() ? OutboxState.FAILED : OutboxState.QUEUED;
        Message trouble = sending.trouble() == null ? null : Message.quote(sending.trouble());
        return new MailState(state.code(), sending.since(), trouble);
    }

    static MailState of(OutboxMail mail) {
        return new MailState(
                mail.delivery().state().code(),
                mail.delivery().since(),
                mail.delivery().reason());
    }
}
