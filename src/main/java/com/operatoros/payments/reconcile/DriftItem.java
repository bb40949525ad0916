package com.operatoros.payments.reconcile;

import java.time.Instant;
import java.util.UUID;

/** A difference that a person has to look at, with the payment that it is about. */
public record DriftItem(
        UUID paymentId, String reference, String projectName, String kind, String ours, String stripe, Instant since) {}
