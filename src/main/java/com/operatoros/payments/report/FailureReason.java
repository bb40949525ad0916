package com.operatoros.payments.report;

import org.jspecify.annotations.Nullable;

/**
 * A reason for which payments stand at failed, with their figure in one currency.
 *
 * @param code the gateway's decline code, else its error code; null when it gave none
 */
public record FailureReason(@Nullable String code, Figure figure) {}
