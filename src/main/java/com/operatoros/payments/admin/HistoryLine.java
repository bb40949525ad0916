package com.operatoros.payments.admin;

import com.operatoros.payments.payment.HistoryEntry;
import com.operatoros.payments.payment.PaymentStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A line of a payment's history as the page shows it.
 *
 * @param number its place in the history, from 0 for the oldest
 */
public record HistoryLine(int number, HistoryEntry entry) {

    /** What is told sooner needs no time of its own. */
    private static final Duration AT_ONCE = Duration.ofMinutes(1);

    private static final Set<String> PREFIXES =
            Set.of("evt", "plink", "cs", "pi", "ch", "py", "in", "re", "pyr", "du", "dp", "cn");

    /**
     * What a line rests on.
     *
     * @param kind the part of the key of the text that names it
     */
    public record Proof(String kind, String id) {

        static Proof of(String id) {
            String prefix = id.substring(0, Math.max(0, id.indexOf('_')));
            if (PREFIXES.contains(prefix)) {
                return new Proof(prefix, id);
            }
            return new Proof(id.contains("@") ? "mail" : "other", id);
        }
    }

    /** The drawing in front of it. */
    public String icon() {
        boolean isMove = entry.to() != null && entry.kind() == HistoryEntry.Kind.TRANSITION;
        return isMove
                ? Objects.requireNonNull(entry.to()).code()
                : "kind-" + entry.kind().code();
    }

    /** The colour of the drawing. */
    public String tone() {
        PaymentStatus to = entry.to();
        return to == null ? entry.kind().code() : to.code();
    }

    /** The event first, then the object that it speaks of. */
    public List<Proof> proofs() {
        return Stream.of(entry.evidence(), entry.objectId())
                .filter(Objects::nonNull)
                .distinct()
                .map(Proof::of)
                .toList();
    }

    /** When it happened at the gateway, where it became known to us noticeably later. */
    public @Nullable Instant happenedAt() {
        Instant happened = entry.happenedAt();
        boolean isLate =
                happened != null && Duration.between(happened, entry.at()).abs().compareTo(AT_ONCE) > 0;
        return isLate ? happened : null;
    }
}
