/** The mail inbox: an SMTP server that accepts every message, keeps it and shows it. */
@NullMarked
package com.operatoros.payments.sandbox.mail;

import org.jspecify.annotations.NullMarked;
