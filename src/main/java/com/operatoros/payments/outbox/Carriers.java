package com.operatoros.payments.outbox;

import static jakarta.enterprise.event.TransactionPhase.AFTER_SUCCESS;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Keeps a carrier for each outbox there is. */
@ApplicationScoped
public class Carriers {

    @Resource
    private ManagedExecutorService executor;

    @Any
    @Inject
    private Instance<Outbox<?>> outboxes;

    private final Map<String, Carrier<?>> carriers = new HashMap<>();

    @PostConstruct
    void hire() {
        for (Outbox<?> outbox : outboxes) {
            carriers.put(outbox.name(), new Carrier<>(outbox, executor, Carrier.Patience.OF_A_LEASE));
        }
    }

    /** What was written leaves at once, not only when the timer comes. */
    void on(@Observes(during = AFTER_SUCCESS) RowQueued row) {
        Objects.requireNonNull(carriers.get(row.outbox()), row.outbox()).carryDueSoon();
    }

    void tick() {
        carriers.values().forEach(Carrier::tick);
    }
}
