package com.operatoros.payments.support;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Ends what the integration tests of a JVM have started for all of them, after the last. */
public final class TestSession implements LauncherSessionListener {

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        Chromium.stopShared();
        TestEnvironment.stop();
    }
}
