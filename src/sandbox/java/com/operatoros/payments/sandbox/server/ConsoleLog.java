package com.operatoros.payments.sandbox.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the server has written to its console. */
public record ConsoleLog(Path file) {

    /** The server's words for an application that failed to start, or of which there is no file. */
    private static final Pattern FAILED = Pattern.compile("CWWKZ(0002|0004|0106|0403)E|CWWKZ0014W");

    /** A line of the application itself, whose end says what is wrong in plain words. */
    private static final Pattern OWN_ERROR = Pattern.compile("^\\[[^]]+] \\S+ com\\.operatoros\\.\\S+ +E (.*)");

    private static final Pattern BEFORE_RELEASE =
            Pattern.compile("Refusing to start: The schema \\S+ is from a version before the first release");

    private static final Pattern ERROR =
            Pattern.compile("^(\\[[^]]+] \\S+ \\S+ +E .*|.*CWWKZ0014W.*|(Error|Unrecognized|Invalid) .*)");
    private static final int LINES = 12;

    public boolean saysThatTheApplicationFailed() {
        return lines().stream().anyMatch(line -> FAILED.matcher(line).find());
    }

    /** Whether the application has refused to start with a database that it can't bring to its version. */
    public boolean saysThatTheSchemaIsFromBeforeTheRelease() {
        return lines().stream().anyMatch(line -> BEFORE_RELEASE.matcher(line).find());
    }

    /** What the application says is wrong, or else the first errors, or the last lines where there is none. */
    public List<String> telling() {
        List<String> lines = lines();
        return Stream.of(OWN_ERROR, ERROR)
                .map(pattern -> found(pattern, lines))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
    }

    private static List<String> found(Pattern pattern, List<String> lines) {
        return lines.stream()
                .map(pattern::matcher)
                .filter(Matcher::matches)
                .map(match -> match.group(1))
                .distinct()
                .limit(LINES)
                .toList();
    }

    private List<String> lines() {
        try {
            return new String(Files.readAllBytes(file), UTF_8).lines().toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
