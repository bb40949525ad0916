package com.operatoros.payments.sandbox;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out before anything is started whether the ports are free. */
final class PortCheck {

    private PortCheck() {}

    static void requireFree(SandboxSettings settings) {
        List<String> problems = settings.ports().keySet().stream()
                .filter(port -> port != SandboxPort.SANDBOX_PG_PORT || settings.usesOwnDatabase())
                .map(port -> problem(port, settings.port(port), address(port, settings)))
                .flatMap(Optional::stream)
                .toList();
        if (!problems.isEmpty()) {
            throw new SandboxProblem(String.join(System.lineSeparator(), problems));
        }
    }

    private static InetAddress address(SandboxPort port, SandboxSettings settings) {
        return switch (port) {
            case HTTP_PORT, HTTPS_PORT -> settings.httpAddress();
            case SANDBOX_STRIPE_PORT, SANDBOX_SMTP_PORT, SANDBOX_PG_PORT -> InetAddress.getLoopbackAddress();
        };
    }

    private static Optional<String> problem(SandboxPort port, int number, InetAddress address) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(address, number));
            return Optional.empty();
        } catch (BindException e) {
            return Optional.of("%s Choose another with %s=...".formatted(reason(number, e.getMessage()), port));
        } catch (IOException e) {
            return Optional.of("Port %d can't be opened (%s), see %s.".formatted(number, e.getMessage(), port));
        }
    }

    private static String reason(int number, @Nullable String message) {
        String words = Objects.toString(message, "");
        return words.contains("in use")
                ? "Port %d is in use.".formatted(number)
                : "Port %d can't be opened: %s.".formatted(number, words);
    }
}
