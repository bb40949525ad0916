package com.operatoros.payments.reconcile;

import com.operatoros.payments.text.Message;
import java.time.Instant;
import java.util.UUID;

/** A difference that a person has to look at, with the payment that it is about. */
public record DriftItem(
        UUID paymentId,
        String reference,
        String projectName,
        String kind,
        Message ours,
        Message stripe,
        Instant since) {}
