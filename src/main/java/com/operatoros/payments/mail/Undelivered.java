package com.operatoros.payments.mail;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment of which the client does not know, since the mail that brings it has not gone.
 *
 * @param reason why, in the mail server's words
 */
public record Undelivered(UUID paymentId, @Nullable String reason) {}
