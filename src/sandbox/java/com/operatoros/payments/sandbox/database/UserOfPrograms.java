package com.operatoros.payments.sandbox.database;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/**
 * PostgreSQL refuses to run as root. A user namespace hides root from it; where a container forbids namespaces, it runs
 * as nobody, with no other right than to reach our files.
 */
enum UserOfPrograms {
    OURSELVES,
    NOBODY;

    private static final int ROOT_ID = 0;
    private static final int NOBODY_ID = 65534;
    private static final List<String> PROGRAMS = List.of("initdb", "pg_ctl");
    private static final String OWNER = "unix:uid";
    private static final String REAL = ".real";

    private static final String AS_NOBODY = """
            #!/bin/sh
            if [ "$(id -u)" -eq 0 ]; then
              exec setpriv --reuid=%1$d --regid=%1$d --clear-groups \\
                --securebits=+no_setuid_fixup --inh-caps=+dac_override --ambient-caps=+dac_override -- "$0%2$s" "$@"
            fi
            exec "$0%2$s" "$@"
            """.formatted(NOBODY_ID, REAL);

    static UserOfPrograms here() {
        return isRoot() && !LinuxUtils.isUnshareAvailable() ? NOBODY : OURSELVES;
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    /** PostgreSQL wants to own its data; it may have been another user's in the last run. */
    void take(Path data) throws IOException {
        if (!isRoot()) {
            return;
        }
        Integer owner = this == NOBODY ? NOBODY_ID : ROOT_ID;
        Files.createDirectories(data);
        if (!owner.equals(Files.getAttribute(data, OWNER))) {
            try (Stream<Path> files = Files.walk(data)) {
                for (Path file : (Iterable<Path>) files::iterator) {
                    Files.setAttribute(file, OWNER, owner);
                }
            }
        }
    }

    /** Makes the unpacked programs change their user. */
    void wrap(Path binaries) throws IOException {
        try (Stream<Path> files = Files.find(binaries, 3, (file, attributes) -> isProgram(file))) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path real = file.resolveSibling(file.getFileName() + REAL);
                if (!Files.exists(real)) {
                    Files.move(file, real);
                    Files.writeString(file, AS_NOBODY);
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
                }
            }
        }
    }

    private static boolean isProgram(Path file) {
        return PROGRAMS.contains(file.getFileName().toString());
    }
}
