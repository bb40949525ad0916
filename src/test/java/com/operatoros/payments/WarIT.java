package com.operatoros.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.icegreen.greenmail.util.GreenMail;
import com.operatoros.payments.sandbox.SandboxLauncher;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** What goes into production holds nothing that only plays. */
class WarIT {

    private static final String CLASSES = "WEB-INF/classes/";

    private final Set<String> archive = entries();

    @Test
    void nothing_that_is_compiled_with_the_tests_is_in_the_archive() throws IOException {
        Path folder = home(SandboxLauncher.class);
        try (Stream<Path> files = Files.walk(folder)) {
            List<String> played = files.filter(Files::isRegularFile)
                    .map(file -> CLASSES + folder.relativize(file).toString().replace('\\', '/'))
                    .toList();

            assertFalse(played.isEmpty());
            assertEquals(List.of(), played.stream().filter(archive::contains).toList());
        }
    }

    @Test
    void nothing_is_named_after_the_sandbox_or_the_rehearsal() {
        assertEquals(
                List.of(),
                archive.stream()
                        .filter(name -> name.matches("(?i).*(sandbox|rehears).*"))
                        .toList());
    }

    @Test
    void no_library_of_the_sandbox_is_in_the_archive() {
        List<String> libraries = Stream.of(GreenMail.class, EmbeddedPostgres.class)
                .map(type -> "WEB-INF/lib/" + home(type).getFileName())
                .toList();

        assertEquals(List.of(), libraries.stream().filter(archive::contains).toList());
    }

    private static Set<String> entries() {
        try (ZipFile war = new ZipFile(Objects.requireNonNull(System.getProperty("war"), "war"))) {
            return war.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The folder or the archive that a class comes from. */
    private static Path home(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
