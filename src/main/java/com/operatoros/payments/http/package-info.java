/**
 * What every answer over HTTP has in common, whoever gives it.
 *
 * <p>J1. What is refused or goes wrong is told to a program as problem+json (RFC 9457), with the same members everywhere:
 * {@code type}, {@code title}, {@code status}, {@code detail} and {@code errors}, a list of wrong fields that may be empty.
 *
 * <p>It knows neither payments nor languages; who may call at all is the matter of {@code security}.
 */
@NullMarked
package com.operatoros.payments.http;

import org.jspecify.annotations.NullMarked;
