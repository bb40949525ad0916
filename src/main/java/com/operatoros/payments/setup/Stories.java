package com.operatoros.payments.setup;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Has the sandbox play its stories on the admin's wish, and does nothing where there is no sandbox (rule U5). */
@Stateless
@RolesAllowed("admin")
@TransactionAttribute(NOT_SUPPORTED)
public class Stories {

    /** In the order in which they are played and shown. */
    static final List<String> ALL =
            List.of("link_paid", "link_declined", "invoice_paid", "invoice_paid_later", "events_twice", "events_lost");

    @Inject
    private Settings settings;

    @Inject
    private LastStories last;

    /** Whether there is a sandbox to play them. */
    public boolean arePossible() {
        return settings.sandboxControls().isPresent();
    }

    /** Has all of them played, one after the other, unless that is being done already. */
    public void play() {
        Optional<URI> sandbox = settings.sandboxControls();
        if (sandbox.isEmpty() || !last.begin()) {
            return;
        }
        try {
            StoryCalls calls = new StoryCalls(sandbox.get());
            last.were(ALL.stream().map(calls::play).toList());
        } finally {
            last.end();
        }
    }

    /** How they went the last time; empty when they were not played yet. */
    public List<StoryResult> results() {
        return last.results();
    }
}
