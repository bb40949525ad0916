package com.operatoros.payments.sandbox;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** The ports of the sandbox; each constant is named like the setting that changes it. */
public enum SandboxPort {
    HTTP_PORT(9080),
    HTTPS_PORT(9443),
    SANDBOX_STRIPE_PORT(12111),
    SANDBOX_SMTP_PORT(2525),
    SANDBOX_PG_PORT(54320);

    private static final int HIGHEST = 65535;

    private final int usual;

    SandboxPort(int usual) {
        this.usual = usual;
    }

    static Map<SandboxPort, Integer> in(Map<String, String> environment) {
        Map<SandboxPort, Integer> ports = new EnumMap<>(SandboxPort.class);
        Map<Integer, SandboxPort> taken = new HashMap<>();
        for (SandboxPort each : values()) {
            int number = each.number(environment);
            SandboxPort other = taken.put(number, each);
            if (other != null) {
                throw new SandboxProblem("Port %d is given to both %s and %s.".formatted(number, other, each));
            }
            ports.put(each, number);
        }
        return ports;
    }

    private int number(Map<String, String> environment) {
        String text = environment.getOrDefault(name(), "").strip();
        if (text.isEmpty()) {
            return usual;
        }
        int number = text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
        if (number < 1 || number > HIGHEST) {
            throw new SandboxProblem(
                    "%s=%s is not a port: use a number from 1 to %d.".formatted(name(), text, HIGHEST));
        }
        return number;
    }
}
