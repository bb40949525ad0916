/** What things cost, in figures: run by {@code mvn -Pbench verify} alone. */
@NullMarked
package com.operatoros.payments.bench;

import org.jspecify.annotations.NullMarked;
