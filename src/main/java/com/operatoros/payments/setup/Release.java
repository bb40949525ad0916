package com.operatoros.payments.setup;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** Reads which build this is from the WAR's manifest. */
public final class Release {

    private static final String VERSION = read().orElse("unknown");

    private Release() {}

    /** The version of the module, such as {@code 1.0.0}. */
    public static String version() {
        return VERSION;
    }

    /** The manifest lies beside the classes, not among them, so no class loader finds it. */
    private static Optional<String> read() {
        URL self = Release.class.getResource("Release.class");
        String address = String.valueOf(self);
        int classes = address.lastIndexOf("WEB-INF/classes/");
        if (classes < 0) {
            return Optional.empty();
        }
        try (InputStream stream = new URL(self, address.substring(0, classes) + JarFile.MANIFEST_NAME).openStream()) {
            Attributes build = new Manifest(stream).getMainAttributes();
            return Optional.ofNullable(build.getValue(Attributes.Name.IMPLEMENTATION_VERSION));
        } catch (IOException e) {
            // Spread over folders, as some tools run it, the archive has no manifest.
            return Optional.empty();
        }
    }
}
