package com.operatoros.payments.mail;

import com.operatoros.payments.outbox.Handover;
import com.operatoros.payments.outbox.Lease;
import com.operatoros.payments.outbox.Outbox;
import com.operatoros.payments.text.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Brings due mails to the mail server. */
@ApplicationScoped
class MailOutbox implements Outbox<UUID> {

    static final String NAME = "mail";

    @Inject
    private MailStore store;

    @Inject
    private MailServer server;

    @Inject
    private MailSettings settings;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Lease<UUID>> claimNext() {
        if (settings.isConfigured()) {
            return store.claimNext();
        }
        store.endWithoutServer();
        return Optional.empty();
    }

    @Override
    public Handover handOver(Lease<UUID> lease) {
        LetterWriter.Result written = store.write(lease);
        Message pointless = written.pointless();
        return pointless == null
                ? server.deliver(Objects.requireNonNull(written.letter()))
                : Handover.pointless(pointless);
    }

    @Override
    public void record(Lease<UUID> lease, Handover end) {
        store.record(lease, end);
    }

    @Override
    public void cutOverdue() {
        server.cutOverdue();
    }
}
