package com.operatoros.payments.mail;

import java.util.UUID;

/**
 * The right to send a mail.
 *
 * @param attempt grows with each claim, so that an owner who woke up late can be told apart
 */
record Claim(UUID mailId, int attempt) {}
