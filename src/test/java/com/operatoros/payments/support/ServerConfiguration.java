package com.operatoros.payments.support;

import com.operatoros.payments.sandbox.server.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What differs from {@code liberty/server.xml} on the server under test; it wins over that file and over the
 * environment variables of whoever runs the build.
 */
final class ServerConfiguration {

    private static final String DIFFERENCES = """
            <?xml version="1.0" encoding="UTF-8"?>
            <server description="Integration tests">
              <featureManager>
                <feature>localConnector-1.0</feature>
              </featureManager>
              <config updateTrigger="polled" monitorInterval="500ms"/>
              <applicationMonitor updateTrigger="polled" pollingRate="500ms"/>
            %s
            </server>
            """;

    /** Whatever they are in the environment of the build. */
    private static final List<String> NOT_SET = List.of(
            "STRIPE_IP_ALLOWLIST",
            "SMTP_USERNAME",
            "SMTP_PASSWORD",
            "INVOICE_EMAIL",
            "INVOICE_FOOTER",
            "BUSINESS_EMAIL",
            "BUSINESS_PHONE",
            "BUSINESS_ADDRESS",
            "BUSINESS_TAX_ID",
            "BUSINESS_WEBSITE",
            "BUSINESS_TIMEZONE",
            "DEFAULT_CURRENCY",
            "DEFAULT_DUE_DAYS",
            "TRUSTED_PROXIES",
            "OPERATOROS_URL",
            "OPERATOROS_NOTIFY_URL",
            "OPERATOROS_NOTIFY_SECRET");

    private final Map<String, String> variables = new TreeMap<>();

    private ServerConfiguration() {}

    static ServerConfiguration of(ServerPorts ports) {
        tellArquillian(ports);
        ServerConfiguration configuration = essentials(ports);
        NOT_SET.forEach(name -> configuration.with(name, ""));
        return configuration;
    }

    /** What every server of the tests is told, whoever starts it. */
    static ServerConfiguration essentials(ServerPorts ports) {
        String base = ports.base().toString();
        return new ServerConfiguration()
                .with("HTTP_HOST", "127.0.0.1")
                .with("HTTP_PORT", Integer.toString(ports.http()))
                .with("HTTPS_PORT", Integer.toString(ports.https()))
                .with("PUBLIC_URL", base.substring(0, base.length() - 1))
                .with("CONTEXT_ROOT", "/")
                .with("PAYMENTS_ENVIRONMENT", "sandbox")
                .with("ADMIN_USERNAME", TestEnvironment.USERNAME)
                .with("ADMIN_PASSWORD", TestEnvironment.PASSWORD)
                .with("STRIPE_SECRET_KEY", "sk_test_integration_tests")
                .with("STRIPE_PUBLISHABLE_KEY", "pk_test_integration_tests")
                .with("STRIPE_WEBHOOK_SECRET", TestEnvironment.WEBHOOK_SECRET)
                .with("FROM_EMAIL", "billing@studio.example")
                .with("ADMIN_EMAILS", "admin@studio.example")
                .with("BUSINESS_NAME", "Studio Example")
                .with("ADMIN_SESSION_TIMEOUT", "3600");
    }

    private static void tellArquillian(ServerPorts ports) {
        System.setProperty("server.http.port", Integer.toString(ports.http()));
    }

    ServerConfiguration with(String name, String value) {
        variables.put(name, value);
        return this;
    }

    ServerConfiguration with(Map<String, String> more) {
        variables.putAll(more);
        return this;
    }

    Map<String, String> variables() {
        return Map.copyOf(variables);
    }

    /** Prepares the server that the build has created. */
    void write() throws IOException {
        Path home = Path.of(property("liberty.home"));
        String server = property("server.name");
        Path folder = home.resolve("usr/servers").resolve(server);
        stopLeftover(home, server);
        // What a killed build had deployed would be started, and replaced while the first test runs.
        Files.deleteIfExists(folder.resolve("apps").resolve(Deployments.NAME));
        new Installation(home, server, home.resolve("logs")).prepare();
        Path overrides = folder.resolve("configDropins/overrides");
        Files.createDirectories(overrides);
        Files.writeString(overrides.resolve("test.xml"), DIFFERENCES.formatted(lines()));
    }

    private String lines() {
        return variables.entrySet().stream()
                .map(each -> "  <variable name=\"%s\" value=\"%s\"/>".formatted(each.getKey(), each.getValue()))
                .collect(Collectors.joining("\n"));
    }

    /** A build that was killed leaves its server behind, and Arquillian does not start another beside it. */
    private static void stopLeftover(Path home, String server) {
        ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains(home.toString()) && line.endsWith(server))
                        .isPresent())
                .forEach(process -> {
                    process.destroyForcibly();
                    process.onExit().join();
                });
    }

    private static String property(String name) {
        return Objects.requireNonNull(System.getProperty(name), name);
    }
}
