package com.operatoros.payments.support;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Starts the surroundings of the server before the first integration test and stops them after the last. */
public final class TestSession implements LauncherSessionListener {

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        // Only the integration tests have a server; unit tests run without all this.
        if (System.getProperty("liberty.home") != null) {
            TestEnvironment.start();
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        Chromium.stopShared();
        TestEnvironment.stop();
    }
}
