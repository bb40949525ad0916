package com.operatoros.payments.notification.feed;

import com.operatoros.payments.outbox.Handover;
import com.operatoros.payments.outbox.Lease;
import com.operatoros.payments.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Brings due notifications to OperatorOS. */
@ApplicationScoped
class FeedOutbox implements Outbox<Edition> {

    static final String NAME = "notification";

    @Inject
    private FeedStore store;

    @Inject
    private OperatorOsGateway gateway;

    @Inject
    private FeedSettings settings;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Lease<Edition>> claimNext() {
        return settings.isOn() ? store.claimNext() : Optional.empty();
    }

    @Override
    public Handover handOver(Lease<Edition> lease) {
        return gateway.post(lease.what());
    }

    @Override
    public void record(Lease<Edition> lease, Handover end) {
        store.record(lease, end);
    }
}
