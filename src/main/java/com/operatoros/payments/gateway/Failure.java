package com.operatoros.payments.gateway;

import org.jspecify.annotations.Nullable;

/**
 * A reason why something did not go through.
 *
 * @param code the decline code, else the error code, as the gateway gave it
 * @param message the gateway's own words
 */
public record Failure(@Nullable String code, String message) {}
