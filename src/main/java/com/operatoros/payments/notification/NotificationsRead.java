package com.operatoros.payments.notification;

/** Notifications were put away; told inside the transaction. */
record NotificationsRead() {}
