/**
 * What is left when processes die, freeze or get no answer: the rules P1, O2, O3, O4, Q2, R1, W2 and W3 against real processes.
 *
 * <p>Each test has its own payment and its own client, and counts at Stripe whatever belongs to them. A call is met right
 * before or right after its effect by letting Stripe hold its answer back. What ends in {@code IT} is a part of every build;
 * the classes that end in {@code Chaos} are run by {@code mvn -Pchaos verify}.
 */
@NullMarked
package com.operatoros.payments.chaos;

import org.jspecify.annotations.NullMarked;
