package com.operatoros.payments.sandbox;

import com.operatoros.payments.sandbox.server.Installation;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What the person who starts the sandbox has set.
 *
 * @param environment the environment variables of the launcher
 * @param folder holds all data
 * @param libertyHome the folder of Open Liberty
 */
record SandboxSettings(
        Map<String, String> environment, Path folder, Path libertyHome, Map<SandboxPort, Integer> ports) {

    /** The login's password unless another one is set; the application accepts it in the sandbox only. */
    static final String PASSWORD = "sandbox";

    private static final Logger LOG = Logger.getLogger(SandboxSettings.class.getName());
    private static final List<String> KEYS = List.of("STRIPE_SECRET_KEY", "STRIPE_PUBLISHABLE_KEY");
    private static final List<String> EVERY_ADDRESS = List.of("*", "0.0.0.0", "::", "[::]");

    /**
     * Reads and checks the settings.
     *
     * @throws SandboxProblem for a port that is none, and for a key of a live Stripe account
     */
    static SandboxSettings of(Map<String, String> environment, Path folder, Path libertyHome) {
        KEYS.forEach(name -> refuseLiveKey(name, environment.getOrDefault(name, "")));
        return new SandboxSettings(
                environment, folder.toAbsolutePath(), libertyHome.toAbsolutePath(), SandboxPort.in(environment));
    }

    private static void refuseLiveKey(String name, String key) {
        if (!key.isBlank() && !key.strip().matches("(sk|rk|pk)_test_.+")) {
            throw new SandboxProblem(
                    key.contains("_live_")
                            ? name
                                    + " is a live key. The sandbox takes test keys only (sk_test_..., rk_test_..., pk_test_...)."
                            : name + " is not a Stripe test key (sk_test_..., rk_test_..., pk_test_...).");
        }
    }

    boolean isSet(String name) {
        return !environment.getOrDefault(name, "").isBlank();
    }

    String get(String name, String otherwise) {
        String value = environment.getOrDefault(name, "").strip();
        return value.isEmpty() ? otherwise : value;
    }

    int port(SandboxPort port) {
        return Objects.requireNonNull(ports.get(port));
    }

    /** The login's name. */
    String username() {
        return get("ADMIN_USERNAME", "admin");
    }

    String password() {
        return get("ADMIN_PASSWORD", PASSWORD);
    }

    /** All secrets that sign webhooks, separated by commas. */
    String webhookSecrets() {
        return get("STRIPE_WEBHOOK_SECRET", "whsec_sandbox");
    }

    /** The one with which the built-in Stripe signs. */
    String webhookSecret() {
        return webhookSecrets().split(",", -1)[0].strip();
    }

    boolean usesRealStripe() {
        return isSet("STRIPE_SECRET_KEY");
    }

    boolean usesOwnDatabase() {
        return !isSet("PGHOST");
    }

    Path databaseFolder() {
        return folder.resolve("postgres");
    }

    Installation installation() {
        return new Installation(libertyHome, "operatoros-payments", folder.resolve("logs"));
    }

    /** The address on which the application listens. */
    String httpHost() {
        return get("HTTP_HOST", "127.0.0.1");
    }

    InetAddress httpAddress() {
        try {
            InetAddress address = InetAddress.getByName(listensEverywhere() ? "0.0.0.0" : httpHost());
            if (address.isAnyLocalAddress() || NetworkInterface.getByInetAddress(address) != null) {
                return address;
            }
        } catch (UnknownHostException | SocketException e) {
            LOG.log(Level.FINE, "HTTP_HOST", e);
        }
        throw new SandboxProblem("HTTP_HOST=" + httpHost() + " is not an address of this machine.");
    }

    /** The application as this machine reaches it, with its context root and without a slash at the end. */
    URI application() {
        return application(listensEverywhere() ? "127.0.0.1" : httpHost());
    }

    /** The same as browsers see it. */
    String publicUrl() {
        return get("PUBLIC_URL", application("localhost").toString());
    }

    private URI application(String host) {
        String root = get("CONTEXT_ROOT", "/").replaceAll("^/*|/+$", "");
        return URI.create("http://" + host + ":" + port(SandboxPort.HTTP_PORT) + (root.isEmpty() ? "" : "/" + root));
    }

    private boolean listensEverywhere() {
        return EVERY_ADDRESS.contains(httpHost());
    }
}
