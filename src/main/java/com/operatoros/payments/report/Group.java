package com.operatoros.payments.report;

/**
 * The figures of a month, a project or a client.
 *
 * @param name the month as {@code 2026-11}, or a name
 */
public record Group(String name, Figures figures) {}
