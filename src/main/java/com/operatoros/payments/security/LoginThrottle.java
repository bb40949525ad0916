package com.operatoros.payments.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts wrong passwords by address and name (rule Z5); each server counts for itself. */
@ApplicationScoped
public class LoginThrottle {

    private static final int LIMIT = 10;
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Duration MEMORY = Duration.ofMinutes(5);
    private static final int MOST_PAIRS = 10_000;

    @Inject
    private Clock clock;

    private final Map<Login, Failures> failures = new LinkedHashMap<>();

    private record Login(String address, String name) {}

    private record Failures(int count, Instant last) {}

    /** For the container. */
    protected LoginThrottle() {}

    LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    /** How long this address must wait before it may try this name; zero when it need not. */
    public synchronized Duration pause(String address, String name) {
        Failures known = failures.get(new Login(address, name));
        if (known == null || known.count() < LIMIT) {
            return Duration.ZERO;
        }
        Duration left = Duration.between(clock.instant(), known.last().plus(PAUSE));
        return left.isNegative() ? Duration.ZERO : left;
    }

    synchronized void failed(String address, String name) {
        Instant now = clock.instant();
        failures.values().removeIf(known -> known.last().plus(MEMORY).isBefore(now));
        if (failures.size() >= MOST_PAIRS) {
            Iterator<Login> oldest = failures.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
        Login login = new Login(address, name);
        Failures before = failures.getOrDefault(login, new Failures(0, now));
        boolean pauseIsOver =
                before.count() >= LIMIT && before.last().plus(PAUSE).isBefore(now);
        failures.put(login, new Failures(pauseIsOver ? 1 : before.count() + 1, now));
    }

    synchronized void succeeded(String address, String name) {
        failures.remove(new Login(address, name));
    }
}
