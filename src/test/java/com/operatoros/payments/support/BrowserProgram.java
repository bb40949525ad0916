package com.operatoros.payments.support;

import com.microsoft.playwright.impl.driver.Driver;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The browser program of this machine, installed when there is none. */
public final class BrowserProgram {

    /** The one without windows comes first: the others open one for each of ours, at twice the cost of the page itself. */
    private static final String WITHOUT_WINDOWS = "chromium-headless-shell";

    private static final List<String> NAMES = List.of(
            WITHOUT_WINDOWS,
            "chromium",
            "chromium-browser",
            "google-chrome",
            "google-chrome-stable",
            "chrome",
            "microsoft-edge");
    private static final String FAILED = "No browser could be installed; set CHROMIUM to the path of one.";
    private static final int VERSION_SECONDS = 30;

    private BrowserProgram() {}

    /** A program that starts; empty when Playwright's own browser is to be used. */
    static Optional<Path> find() {
        String set = System.getenv().getOrDefault("CHROMIUM", "");
        Stream<Path> candidates = set.isBlank()
                ? Arrays.stream(System.getenv().getOrDefault("PATH", "/usr/bin").split(":", -1))
                        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                : Stream.of(Path.of(set));
        return candidates
                .filter(Files::isExecutable)
                .filter(BrowserProgram::starts)
                .findFirst();
    }

    /**
     * Gets one where none is: Debian's package where that is possible, otherwise the browser that Playwright brings. A
     * step of the build, because what a test prints goes into a file that nobody watches.
     */
    public static void main(String[] arguments) throws InterruptedException {
        if (find().isPresent()) {
            return;
        }
        if (isRoot() && isDebian()) {
            announce("installing the package " + WITHOUT_WINDOWS + " with apt-get");
            run(new ProcessBuilder("apt-get", "update", "-q"));
            run(new ProcessBuilder("apt-get", "install", "-q", "-y", "--no-install-recommends", WITHOUT_WINDOWS));
        } else {
            announce("using the one that belongs to Playwright, downloaded if it is not here yet");
            run(playwright());
        }
    }

    private static ProcessBuilder playwright() {
        ProcessBuilder builder = Driver.ensureDriverInstalled(Map.of(), false).createProcessBuilder();
        builder.command().addAll(List.of("install", "chromium"));
        if (isRoot()) {
            // With root's rights it can also install the libraries that the browser needs.
            builder.command().add("--with-deps");
        }
        return builder;
    }

    static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    /** Not Ubuntu, whose package of that name only leads to a snap. */
    private static boolean isDebian() {
        try {
            return Files.readAllLines(Path.of("/etc/os-release")).contains("ID=debian");
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean starts(Path program) {
        try {
            Process process = new ProcessBuilder(program.toString(), "--version")
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            return process.waitFor(VERSION_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void announce(String what) {
        System.out.println("The tests need a browser and this machine has none: " + what + " …");
    }

    private static void run(ProcessBuilder builder) throws InterruptedException {
        try {
            Path log = Files.createTempFile("browser-", ".log");
            builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
            builder.redirectErrorStream(true).redirectOutput(log.toFile());
            if (builder.start().waitFor() != 0) {
                throw new IllegalStateException(FAILED + System.lineSeparator() + Files.readString(log));
            }
            Files.delete(log);
        } catch (IOException e) {
            throw new IllegalStateException(FAILED, e);
        }
    }
}
