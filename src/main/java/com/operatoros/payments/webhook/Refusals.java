package com.operatoros.payments.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Tells the log of deliveries that were refused: anybody may send as many as he likes, and must not fill it. */
@ApplicationScoped
class Refusals {

    private static final Logger LOG = System.getLogger(Refusals.class.getName());
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final AtomicLong untold = new AtomicLong();
    private final AtomicLong quietUntil = new AtomicLong(System.nanoTime());

    /** Says so, for all that were refused since it was said last, at most once a minute. */
    void note(String why) {
        untold.incrementAndGet();
        long end = quietUntil.get();
        long now = System.nanoTime();
        if (now - end >= 0 && quietUntil.compareAndSet(end, now + PAUSE.toNanos())) {
            LOG.log(Level.WARNING, "{0} refused; the last one because {1}", text(untold.getAndSet(0)), why);
        }
    }

    private static String text(long number) {
        return number == 1 ? "A delivery was" : number + " deliveries were";
    }
}
