package com.operatoros.payments.gateway;

import java.time.Instant;

/**
 * The gateway could not be asked for an hour whether our records are right; told once as a CDI event.
 *
 * @param since when that began
 * @param trouble why
 */
public record SweepTrouble(Instant since, String trouble) {}
