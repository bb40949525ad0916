package com.operatoros.payments.sandbox.rehearsal;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.http.Reply;
import com.operatoros.payments.sandbox.stripe.http.Requests;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Plays a story when it is asked to (rule Y1). */
public final class Rehearsal implements HttpHandler {

    /** Where it is asked. */
    public static final String PATH = "/_sandbox/rehearsal";

    private static final Logger LOG = System.getLogger("sandbox-rehearsal");
    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(15));

    private final Application application;
    private final SandboxControls controls;
    private final Patience patience;
    private final AtomicBoolean isOn = new AtomicBoolean();

    /** Plays with an application that is billed for by the Stripe-shaped server at this address. */
    public Rehearsal(Application application, URI stripe) {
        this(application, stripe, PATIENCE);
    }

    Rehearsal(Application application, URI stripe, Patience patience) {
        this.application = application;
        this.controls = new SandboxControls(stripe);
        this.patience = patience;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        reply(exchange).with("Cache-Control", "no-store").send(exchange);
    }

    private Reply reply(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestURI().getPath().equals(PATH)) {
            return Reply.error(
                    404, "there is no control " + exchange.getRequestURI().getPath());
        }
        if (!exchange.getRequestMethod().equals("POST")) {
            return Reply.error(405, "wrong method");
        }
        try {
            return Json.parse(Requests.body(exchange))
                    .flatMap(input -> Json.text(input, "story"))
                    .map(this::answer)
                    .orElseGet(() -> Reply.error(400, "\"story\" is missing"));
        } catch (Requests.TooLarge e) {
            return Reply.error(400, String.valueOf(e.getMessage()));
        }
    }

    private Reply answer(String code) {
        Optional<Story> story = Story.find(code);
        if (story.isEmpty()) {
            return Reply.error(404, "there is no story " + code);
        }
        if (!isOn.compareAndSet(false, true)) {
            return Reply.error(409, "another story is being played");
        }
        try {
            return Reply.json(200, play(story.get()));
        } finally {
            isOn.set(false);
        }
    }

    private JsonObject play(Story story) {
        StoryPlayer player = new StoryPlayer(application, controls, patience);
        StoryFailed failure = failure(story, player);
        JsonObject result = new JsonObject();
        result.addProperty("story", story.code());
        result.addProperty("passed", failure == null);
        result.addProperty("payment_id", player.paymentId());
        result.add("trouble", failure == null ? JsonNull.INSTANCE : failure.toJson());
        return result;
    }

    private static @Nullable StoryFailed failure(Story story, StoryPlayer player) {
        try {
            player.play(story);
            return null;
        } catch (StoryFailed e) {
            return e;
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "The story " + story.code() + " was broken off", e);
            return new StoryFailed(Trouble.BROKEN_OFF, e.getClass().getSimpleName());
        }
    }
}
