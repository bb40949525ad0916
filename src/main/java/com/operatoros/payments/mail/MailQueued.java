package com.operatoros.payments.mail;

import java.util.UUID;

/** A mail waits in the outbox; told inside the transaction. */
record MailQueued(UUID mailId) {}
