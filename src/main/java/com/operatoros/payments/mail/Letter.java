package com.operatoros.payments.mail;

/** A mail that is ready to be sent. */
record Letter(String messageId, String recipient, MailText text) {}
