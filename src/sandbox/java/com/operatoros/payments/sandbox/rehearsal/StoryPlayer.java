package com.operatoros.payments.sandbox.rehearsal;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.store.Json;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Plays one story: bills, pays as a client would, and looks whether everything comes about. */
final class StoryPlayer {

    private static final String GOOD_CARD = "4242424242424242";
    private static final String EMPTY_CARD = "4000000000009995";
    private static final Predicate<String> GOOD_NEWS = "info"::equals;

    private final Application application;
    private final SandboxControls controls;
    private final Patience patience;
    private @Nullable JsonObject payment;

    StoryPlayer(Application application, SandboxControls controls, Patience patience) {
        this.application = application;
        this.controls = controls;
        this.patience = patience;
    }

    /** The payment that was played with; null when there is none. */
    @Nullable
    String paymentId() {
        return payment == null ? null : id(payment);
    }

    void play(Story story) throws StoryFailed {
        // A rehearsal that was broken off may have left them off.
        controls.webhooks("on");
        switch (story) {
            case LINK_PAID -> {
                bill("link");
                payAndSeeItPaid();
            }
            case LINK_DECLINED -> {
                bill("link");
                payInVain();
            }
            case INVOICE_PAID -> {
                bill("invoice");
                payAndSeeItPaid();
            }
            case INVOICE_PAID_LATER -> {
                bill("invoice");
                payInVain();
                payAndSeeItPaid();
            }
            case EVENTS_TWICE ->
                withWebhooks("duplicate", () -> {
                    bill("link");
                    payAndSeeItPaid();
                    seeThatTwiceIsOnce();
                });
            case EVENTS_LOST ->
                withWebhooks("off", () -> {
                    bill("link");
                    payAndAskStripe();
                });
        }
    }

    /** A part of a story. */
    private interface Part {
        void play() throws StoryFailed;
    }

    private void withWebhooks(String mode, Part part) throws StoryFailed {
        controls.webhooks(mode);
        try {
            part.play();
        } finally {
            controls.webhooks("on");
        }
    }

    private void bill(String type) throws StoryFailed {
        JsonObject billed = application.bill(type);
        payment = billed;
        if (!Json.has(billed, "status", "pending")) {
            throw new StoryFailed(Trouble.NOT_PENDING, Json.requiredText(billed, "status"));
        }
    }

    private void payAndSeeItPaid() throws StoryFailed {
        JsonObject billed = billed();
        controls.pay(payable(billed), GOOD_CARD);
        see(billed, StoryPlayer::isPaidInFull, Trouble.NOT_PAID);
    }

    private void payInVain() throws StoryFailed {
        JsonObject billed = billed();
        controls.pay(payable(billed), EMPTY_CARD);
        see(
                billed,
                now -> Json.has(now, "status", "failed")
                        && Json.object(now, "failure").isPresent(),
                Trouble.NOT_FAILED);
        patience.see(() -> application.told(id(billed), GOOD_NEWS.negate()) > 0, Trouble.NOT_TOLD);
    }

    private void payAndAskStripe() throws StoryFailed {
        JsonObject billed = billed();
        controls.pay(payable(billed), GOOD_CARD);
        application.askStripe(id(billed));
        see(billed, StoryPlayer::isPaidInFull, Trouble.NOT_FOUND);
    }

    private void seeThatTwiceIsOnce() throws StoryFailed {
        String id = id(billed());
        String event = application.eventThatPaid(id).orElseThrow(() -> new StoryFailed(Trouble.NO_EVENT));
        patience.see(() -> controls.arrivals(event) > 1, Trouble.NOT_TWICE);
        if (!isPaidInFull(application.payment(id)) || application.told(id, GOOD_NEWS) != 1) {
            throw new StoryFailed(Trouble.NOT_ONCE);
        }
    }

    private JsonObject billed() throws StoryFailed {
        if (payment == null) {
            throw new StoryFailed(Trouble.NOT_BILLED);
        }
        return payment;
    }

    private static boolean isPaidInFull(JsonObject now) {
        return Json.has(now, "status", "paid")
                && now.get("amount_paid_minor").getAsLong()
                        == now.get("amount_minor").getAsLong();
    }

    private static String payable(JsonObject billed) throws StoryFailed {
        String kind = Json.has(billed, "type", "link") ? "payment_link_id" : "invoice_id";
        return Json.object(billed, "stripe")
                .flatMap(ids -> Json.text(ids, kind))
                .orElseThrow(() -> new StoryFailed(Trouble.NO_ID));
    }

    private static String id(JsonObject billed) {
        return Json.requiredText(billed, "id");
    }

    private void see(JsonObject billed, Predicate<JsonObject> wanted, Trouble otherwise) throws StoryFailed {
        patience.see(() -> wanted.test(application.payment(id(billed))), otherwise);
    }
}
