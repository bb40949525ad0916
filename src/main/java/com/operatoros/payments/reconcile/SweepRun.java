package com.operatoros.payments.reconcile;

import com.operatoros.payments.reconcile.SweepStore.Lease;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One sweep on its way: how long it may go on, and the trouble that it met. */
final class SweepRun {

    private static final Logger LOG = System.getLogger(SweepRun.class.getName());
    private static final Duration RENEWAL = Duration.ofSeconds(15);

    /** Then it is not the payment, it is Stripe. */
    private static final int SILENCES = 3;

    private final SweepPlan plan;
    private final Lease lease;
    private final Set<UUID> asked = new HashSet<>();
    private Instant renewedAt;
    private @Nullable String trouble;
    private int silences;
    private boolean isCut;

    SweepRun(SweepPlan plan, Lease lease) {
        this.plan = plan;
        this.lease = lease;
        this.renewedAt = lease.startedAt();
    }

    SweepPlan plan() {
        return plan;
    }

    Lease lease() {
        return lease;
    }

    /** Whether there is time left, Stripe answers, and no other node has taken over. */
    boolean goesOn(Instant now, Predicate<Lease> extension) {
        boolean isOver = now.isAfter(plan.deadline()) || silences >= SILENCES;
        if (!isOver && now.isAfter(renewedAt.plus(RENEWAL))) {
            renewedAt = now;
            isOver = !extension.test(lease);
        }
        isCut |= isOver;
        return !isOver;
    }

    /** Whether something is left that it should have asked. */
    boolean isCut() {
        return isCut;
    }

    /** Asks about a payment once; one that can't be asked about must not hold up the others. */
    void asked(UUID payment, Supplier<SyncResult> question) {
        if (!asked.add(payment)) {
            return;
        }
        try {
            Optional<String> silence = question.get().silence();
            silences = silence.isPresent() ? silences + 1 : 0;
            silence.ifPresent(this::failed);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "Payment " + payment + " could not be compared with Stripe", e);
            failed("a payment could not be compared: " + e.getClass().getSimpleName());
        }
    }

    /** The first trouble is the one that is told. */
    void failed(String words) {
        trouble = trouble == null ? words : trouble;
    }

    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }
}
