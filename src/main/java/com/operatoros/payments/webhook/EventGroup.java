package com.operatoros.payments.webhook;

import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.PaymentStore;
import com.operatoros.payments.stripe.StripeEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known about the events that share a transaction. It grows while they are taken one after the other: what one of them tells
 * counts for the next, as if it had been taken before by itself (rule W9).
 */
final class EventGroup {
    private final Map<String, UUID> recorded = new HashMap<>();
    private final Set<UUID> named = new HashSet<>();
    private final Map<String, UUID> copies = new HashMap<>();
    private final Set<UUID> copied = new HashSet<>();
    private final Set<UUID> locked = new HashSet<>();
    private final Map<UUID, Payment> payments = new HashMap<>();
    private final Map<UUID, PaymentStore.Objects> objects = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final Neighbours.Seen seen = new Neighbours.Seen();
    private final List<EventLog.Entry> entries = new ArrayList<>();

    /** Takes a row of what was asked: an event, an id or a payment, and what it is. */
    boolean found(String what, @Nullable String id, @Nullable UUID payment) {
        return switch (what) {
            case "recorded" -> recorded.put(Objects.requireNonNull(id), Objects.requireNonNull(payment)) == null;
            case "named" -> named.add(Objects.requireNonNull(payment));
            case "copy" -> copies.put(Objects.requireNonNull(id), Objects.requireNonNull(payment)) == null;
            case "copied" -> copied.add(Objects.requireNonNull(payment));
            case "locked" -> locked.add(Objects.requireNonNull(payment));
            case "taken" -> taken.add(Objects.requireNonNull(id));
            default -> false;
        };
    }

    /** Only what was locked can be changed; all that is recorded of it counts, also what was recorded while it was waited for. */
    void knows(Map<UUID, Payment> some, Map<UUID, PaymentStore.Objects> known) {
        payments.putAll(some);
        known.forEach(this::knows);
    }

    /** Of a payment of which something is not recorded any more, what is left. */
    void knowsOnly(Payment payment, PaymentStore.Objects left) {
        recorded.values().removeIf(payment.id()::equals);
        knows(payment.id(), left);
    }

    private void knows(UUID payment, PaymentStore.Objects known) {
        objects.put(payment, known);
        known.ids().forEach(id -> recorded.put(id, payment));
    }

    /** The payments that nobody else can change until this transaction ends. */
    Set<UUID> lockedIds() {
        return Set.copyOf(locked);
    }

    /** Whether it is taken for the first time. */
    boolean isFirst(StripeEvent event) {
        return taken.add(event.id());
    }

    /** What hangs on a copy of one of our payments; the payment of which it is one. */
    Optional<UUID> copyOf(StripeEvent event) {
        return event.objectIds().values().stream()
                .filter(copies::containsKey)
                .findFirst()
                .map(copies::get);
    }

    void isCopied(UUID payment, StripeEvent event) {
        copied.add(payment);
        event.objectIds().values().forEach(id -> copies.put(id, payment));
    }

    /** Whose it is, as far as is known now. */
    Ownership ownership(StripeEvent event) {
        Map<String, UUID> known = new HashMap<>();
        event.ids().stream().filter(recorded::containsKey).forEach(id -> known.put(id, recorded.get(id)));
        if (!known.isEmpty() || event.namedPayment().isEmpty() || copyOf(event).isPresent()) {
            return new Ownership(event, known, Optional.empty(), false);
        }
        Optional<UUID> name = event.namedPayment().filter(named::contains);
        return new Ownership(event, known, name, name.filter(copied::contains).isPresent());
    }

    /** The payment, if it is locked; otherwise somebody else is just changing it. */
    Optional<Payment> payment(UUID id) {
        return Optional.ofNullable(payments.get(id));
    }

    /** What is recorded of a locked payment. */
    PaymentStore.Objects objects(Payment payment) {
        return Objects.requireNonNull(objects.get(payment.id()));
    }

    /** What was recorded just now counts for the events that follow. */
    void learned(Payment payment) {
        knows(payment.id(), objects(payment));
    }

    /** One was taken. */
    void add(EventLog.Entry entry) {
        entries.add(entry);
    }

    /** What was taken. */
    List<EventLog.Entry> entries() {
        return List.copyOf(entries);
    }

    /** What is none of ours. */
    Neighbours.Seen seen() {
        return seen;
    }
}
