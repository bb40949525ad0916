package com.operatoros.payments.mail;

import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.text.Message;
import org.jspecify.annotations.Nullable;

/**
 * A payment of which the client does not know, since the mail that brings it has not gone.
 *
 * @param reason why
 */
public record Undelivered(Payment payment, @Nullable Message reason) {}
