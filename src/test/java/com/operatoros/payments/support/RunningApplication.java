package com.operatoros.payments.support;

import java.sql.SQLException;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Lets a class of tests look at the application from outside, as it goes into production: all of them in one JVM at the
 * same server, which is started for the first. What one class has left is not dealt with in the next.
 */
public final class RunningApplication implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) throws SQLException {
        TestEnvironment.startApplication();
        EarlierPayments.setAside();
    }
}
