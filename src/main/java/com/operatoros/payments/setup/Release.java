package com.operatoros.payments.setup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which build this is. */
public final class Release {

    private static final Properties BUILD = load();

    private Release() {}

    /** The version of the module, such as {@code 1.0.0}. */
    public static String version() {
        return BUILD.getProperty("version", "unknown");
    }

    private static Properties load() {
        Properties build = new Properties();
        try (InputStream stream =
                Release.class.getResourceAsStream("/com/operatoros/payments/build/release.properties")) {
            if (stream != null) {
                build.load(stream);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return build;
    }
}
