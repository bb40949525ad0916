package com.operatoros.payments.rehearsal;

import com.operatoros.payments.notification.Level;
import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.PaymentStatus;
import com.operatoros.payments.payment.PaymentType;
import com.operatoros.payments.payment.action.CreationResult;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Plays one scene: bills, pays as a client would, and looks whether everything comes about. */
final class Actor {

    private static final String PAID = "checkout.session.completed";
    private static final String GOOD_CARD = "4242424242424242";
    private static final String EMPTY_CARD = "4000000000009995";
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration GLANCE = Duration.ofMillis(50);

    private final Stage stage;
    private final SandboxControls controls;
    private final String admin;
    private @Nullable Payment payment;

    Actor(Stage stage, SandboxControls controls, String admin) {
        this.stage = stage;
        this.controls = controls;
        this.admin = admin;
    }

    @Nullable
    UUID payment() {
        return payment == null ? null : payment.id();
    }

    void play(Scene scene) throws Mishap {
        // A rehearsal that was broken off may have left them off.
        controls.webhooks("on");
        switch (scene) {
            case LINK_PAID -> {
                bill(PaymentType.LINK);
                payAndSeeItPaid();
            }
            case LINK_DECLINED -> {
                bill(PaymentType.LINK);
                payInVain();
            }
            case INVOICE_PAID -> {
                bill(PaymentType.INVOICE);
                payAndSeeItPaid();
            }
            case INVOICE_PAID_LATER -> {
                bill(PaymentType.INVOICE);
                payInVain();
                payAndSeeItPaid();
            }
            case EVENTS_TWICE ->
                withWebhooks("duplicate", () -> {
                    bill(PaymentType.LINK);
                    payAndSeeItPaid();
                    seeThatTwiceIsOnce();
                });
            case EVENTS_LOST ->
                withWebhooks("off", () -> {
                    Payment billed = bill(PaymentType.LINK);
                    controls.pay(payable(billed), GOOD_CARD);
                    stage.askStripe(billed.id());
                    see(billed, Actor::isPaidInFull, "not_found");
                });
        }
    }

    /** What is waited for. */
    private interface Sight {
        boolean isThere() throws Mishap;
    }

    /** A part of a scene. */
    private interface Part {
        void play() throws Mishap;
    }

    private void withWebhooks(String mode, Part part) throws Mishap {
        controls.webhooks(mode);
        try {
            part.play();
        } finally {
            controls.webhooks("on");
        }
    }

    private Payment bill(PaymentType type) throws Mishap {
        CreationResult result = stage.bill(type, admin);
        payment = result.payment();
        if (!(result instanceof CreationResult.Created)) {
            throw new Mishap("not_pending", payment.status().code());
        }
        return payment;
    }

    private void payAndSeeItPaid() throws Mishap {
        Payment billed = billed();
        controls.pay(payable(billed), GOOD_CARD);
        see(billed, Actor::isPaidInFull, "not_paid");
    }

    private void payInVain() throws Mishap {
        Payment billed = billed();
        controls.pay(payable(billed), EMPTY_CARD);
        see(billed, now -> now.status() == PaymentStatus.FAILED && now.failure().isPresent(), "not_failed");
        see(() -> stage.told(billed.id(), level -> level != Level.INFO) > 0, "not_told");
    }

    private void seeThatTwiceIsOnce() throws Mishap {
        Payment billed = billed();
        String event = stage.eventThatPaid(billed.id()).orElseThrow(() -> new Mishap("no_event"));
        see(() -> controls.arrivals(event) > 1, "not_twice");
        if (!isPaidInFull(stage.payment(billed.id())) || stage.told(billed.id(), level -> level == Level.INFO) != 1) {
            throw new Mishap("not_once");
        }
    }

    private Payment billed() throws Mishap {
        if (payment == null) {
            throw new Mishap("not_billed");
        }
        return payment;
    }

    private static boolean isPaidInFull(Payment now) {
        return now.status() == PaymentStatus.PAID && now.amountPaid().equals(now.amount());
    }

    private static String payable(Payment billed) throws Mishap {
        String id = billed.type() == PaymentType.LINK
                ? billed.stripe().paymentLink()
                : billed.stripe().invoice();
        if (id == null) {
            throw new Mishap("no_id");
        }
        return id;
    }

    private void see(Payment billed, Predicate<Payment> wanted, String otherwise) throws Mishap {
        see(() -> wanted.test(stage.payment(billed.id())), otherwise);
    }

    private static void see(Sight wanted, String otherwise) throws Mishap {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!wanted.isThere()) {
            if (System.nanoTime() - end > 0) {
                throw new Mishap(otherwise);
            }
            LockSupport.parkNanos(GLANCE.toNanos());
        }
    }
}
