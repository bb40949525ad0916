/** Open Liberty as a child process that is started again when it dies. */
@NullMarked
package com.operatoros.payments.sandbox.server;

import org.jspecify.annotations.NullMarked;
