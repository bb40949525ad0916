package com.operatoros.payments.sandbox.stripe.event;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Work whose end nobody waits for: its errors are logged instead of lost. */
public final class Background {

    private static final System.Logger LOG = System.getLogger("stripe-sandbox");

    private Background() {}

    /** Runs it again and again, and goes on after an error. */
    public static void every(ScheduledExecutorService threads, Duration pause, Runnable work) {
        var unused = threads.scheduleWithFixedDelay(
                () -> run(work), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    static void later(ScheduledExecutorService threads, Duration wait, Runnable work) {
        try {
            var unused = threads.schedule(() -> run(work), wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closing) {
            LOG.log(System.Logger.Level.DEBUG, "not done any more, the sandbox is closing");
        }
    }

    static void watch(CompletableFuture<?> work) {
        var unused = work.whenComplete((result, problem) -> {
            if (problem != null) {
                log(problem);
            }
        });
    }

    private static void run(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            log(e);
        }
    }

    private static void log(Throwable problem) {
        Throwable cause =
                problem instanceof CompletionException && problem.getCause() != null ? problem.getCause() : problem;
        if (!(cause instanceof RejectedExecutionException)) {
            LOG.log(System.Logger.Level.ERROR, "work in the background failed", cause);
        }
    }
}
