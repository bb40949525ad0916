package com.operatoros.payments.setup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs {@code liberty/server.env} as {@code bin/server} does. */
class DatabaseUrlTest {

    @Test
    void the_first_line_makes_the_server_run_the_file() throws IOException {
        assertEquals(
                "# enable_variable_expansion",
                Files.readAllLines(Path.of("liberty/server.env")).get(0));
    }

    @Test
    void an_address_gives_all_five_settings() throws Exception {
        assertEquals(
                Map.of("PGHOST", "db", "PGPORT", "5433", "PGDATABASE", "ops", "PGUSER", "u", "PGPASSWORD", "p"),
                settings(Map.of("DATABASE_URL", "postgresql://u:p@db:5433/ops?sslmode=require")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b:c/d#e%f$g'h\"i`j?k",
                "$(echo pwned)",
                "`echo pwned`",
                "${HOME}",
                "back\\slash\\n",
                " blank ",
                "*",
                "~",
                "ä€😀",
                "&;|<>!",
                "-n",
                "%41"
            })
    void any_character_may_stand_in_a_password(String password) throws Exception {
        String encoded = URLEncoder.encode(password, UTF_8).replace("+", "%20");

        assertEquals(
                password,
                settings(Map.of("DATABASE_URL", "postgresql://u:" + encoded + "@db/ops"))
                        .get("PGPASSWORD"));
    }

    @ParameterizedTest
    @CsvSource({
        "postgres://u:p@db/ops, db",
        "postgresql+psycopg2://u:p@db:1/ops, db",
        "postgresql://u:p@[::1]:5433/ops, [::1]",
        "postgresql:///ops, localhost",
        "postgresql://u:p@ss@db/ops, db",
        "sqlite:///ops.db,",
        "mysql://u:p@db/ops,"
    })
    void the_host_is_found_and_foreign_databases_are_left_alone(String url, String host) throws Exception {
        assertEquals(host, settings(Map.of("DATABASE_URL", url)).get("PGHOST"));
    }

    @Test
    void what_is_set_wins() throws Exception {
        String url = "postgresql://u:p@db:5433/ops";

        assertEquals(Map.of("PGHOST", "mine"), settings(Map.of("DATABASE_URL", url, "PGHOST", "mine")));
        assertEquals("me", settings(Map.of("DATABASE_URL", url, "PGUSER", "me")).get("PGUSER"));
    }

    private static Map<String, String> settings(Map<String, String> environment) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder("sh", "-c", "IFS='\n'; . liberty/server.env; env -0").redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().put("PATH", System.getenv("PATH"));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertEquals(0, process.waitFor(), output);
        Map<String, String> settings = new HashMap<>();
        for (String line : output.split("\0", -1)) {
            if (line.startsWith("PG")) {
                settings.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
            }
        }
        return settings;
    }
}
