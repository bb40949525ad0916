package com.operatoros.payments.outbox;

import java.util.Optional;

/**
 * Claims, hands over and records rows that must leave, each room for its own.
 *
 * @param <T> what is claimed; its text tells nothing but an id, since the logs name it
 */
public interface Outbox<T> {

    /** What one of them is, in a word. */
    String name();

    /** Claims what has been due longest, in a transaction of its own; nothing while nothing may leave. */
    Optional<Lease<T>> claimNext();

    /** Hands it over, outside of any transaction and never for longer than the lease lasts. */
    Handover handOver(Lease<T> lease);

    /** Records how that has ended, in a transaction of its own, if it counts. */
    void record(Lease<T> lease, Handover end);

    /** Ends calls that have taken too long, where they do not end by themselves; called all the time. */
    default void cutOverdue() {}
}
