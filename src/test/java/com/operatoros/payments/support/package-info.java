/** The ground of the integration tests: the server's surroundings, its configuration, and a real browser. */
@NullMarked
package com.operatoros.payments.support;

import org.jspecify.annotations.NullMarked;
