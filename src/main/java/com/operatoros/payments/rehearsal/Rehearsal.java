package com.operatoros.payments.rehearsal;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import com.operatoros.payments.setup.Settings;
import com.operatoros.payments.text.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** Plays all scenes, one after the other, on the admin's wish. */
@Stateless
@RolesAllowed("admin")
@TransactionAttribute(NOT_SUPPORTED)
public class Rehearsal {

    private static final Logger LOG = System.getLogger(Rehearsal.class.getName());

    @Inject
    private Settings settings;

    @Inject
    private Stage stage;

    @Inject
    private LastRehearsal last;

    /** Whether there is a sandbox to play in. */
    public boolean isPossible() {
        return settings.sandboxControls().isPresent();
    }

    /**
     * Plays, unless it is being played already.
     *
     * @param admin who wished it
     */
    public void play(String admin) {
        Optional<URI> controls = settings.sandboxControls();
        if (controls.isEmpty() || !last.begin()) {
            return;
        }
        try {
            SandboxControls sandbox = new SandboxControls(controls.get());
            last.was(Stream.of(Scene.values())
                    .map(scene -> take(scene, new Actor(stage, sandbox, admin)))
                    .toList());
        } finally {
            last.end();
        }
    }

    private static Take take(Scene scene, Actor actor) {
        long start = System.nanoTime();
        Words trouble = null;
        try {
            actor.play(scene);
        } catch (Mishap e) {
            trouble = e.words();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "The scene " + scene.code() + " was broken off", e);
            trouble = new Mishap("broken_off", e.getClass().getSimpleName()).words();
        }
        return new Take(scene, Duration.ofNanos(System.nanoTime() - start), trouble, actor.payment());
    }
}
