package com.operatoros.payments.payment;

import com.operatoros.payments.gateway.AttemptReport;
import com.operatoros.payments.gateway.AttemptState;
import com.operatoros.payments.gateway.ChargeId;
import com.operatoros.payments.gateway.CreditNoteReport;
import com.operatoros.payments.gateway.DisputeReport;
import com.operatoros.payments.gateway.DisputeState;
import com.operatoros.payments.gateway.Failure;
import com.operatoros.payments.gateway.IntentId;
import com.operatoros.payments.gateway.InvoiceId;
import com.operatoros.payments.gateway.InvoiceReport;
import com.operatoros.payments.gateway.InvoiceState;
import com.operatoros.payments.gateway.RefundReport;
import com.operatoros.payments.gateway.RefundState;
import com.operatoros.payments.gateway.SuspicionKind;
import com.operatoros.payments.gateway.SuspicionReport;
import com.operatoros.payments.money.Amount;
import com.operatoros.payments.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What may happen to a payment at Stripe, and what Stripe tells of it. Long since each thing that clients, banks and people in
 * Stripe's dashboard do to a payment happens here.
 */
final class PaymentStory {

    static final Money ASKED = Payments.ASKED;

    private final PaymentType type;
    private final List<Told> told = new ArrayList<>();

    private PaymentStory(PaymentType type) {
        this.type = type;
    }

    /** What a report is about, as the model sees it. */
    enum About {
        SUBMITTED,
        WAITING,
        PROCESSING,
        CALLED_OFF,
        FAILED,
        PAID,
        INVOICE,
        CREDIT,
        REFUND,
        DISPUTE,
        FREE,
        REVIEW,
        END,
        ACCEPTED
    }

    /**
     * One report.
     *
     * @param money whose money: the intent, the refund, the dispute, the note or the invoice
     * @param minor how much
     * @param at when, in seconds after the beginning
     * @param begunAt when that which it is about began
     * @param code the state, the reason or the attempt
     */
    record Told(
            About about,
            String money,
            long minor,
            long at,
            long begunAt,
            @Nullable String code,
            Consumer<Payment> teller) {
        void tell(Payment payment) {
            teller.accept(payment);
        }

        boolean is(About wanted) {
            return about == wanted;
        }

        boolean says(String wanted) {
            return wanted.equals(code);
        }

        @Override
        public String toString() {
            return about + " " + money + " " + minor + " @" + at + " " + code;
        }
    }

    static PaymentStory random(Random random) {
        PaymentStory story = new PaymentStory(random.nextInt(2) == 0 ? PaymentType.INVOICE : PaymentType.LINK);
        int intents = 1 + random.nextInt(3);
        for (int i = 0; i < intents; i++) {
            story.intent("pi_" + i, 100L * (i + 1), random);
        }
        if (story.type == PaymentType.INVOICE) {
            story.invoice(random);
        }
        if (story.type == PaymentType.LINK && random.nextInt(6) == 0) {
            story.add(
                    About.FREE, "cs_free", 0, 50, null, attempt(AttemptState.PAID, "cs_free", "cs_free", 0, 50, null));
        }
        story.reviews(random);
        if (random.nextInt(4) == 0) {
            story.add(About.END, "", 0, 0, null, payment -> payment.cancel());
        }
        if (random.nextInt(5) == 0) {
            long minor = 100L * random.nextInt(4);
            story.add(
                    About.ACCEPTED,
                    "",
                    minor,
                    5_000,
                    null,
                    payment -> payment.accept(new Progress.Acceptance(time(5_000), minor)));
        }
        return story;
    }

    /** Each may be told of when it is over only. */
    private void reviews(Random random) {
        for (int i = 0; i < random.nextInt(3); i++) {
            String id = "prv_" + i;
            review(id, "open", 40 + i);
            if (random.nextBoolean()) {
                review(id, "over", 60 + i);
            }
        }
    }

    private void review(String id, String word, long at) {
        SuspicionReport report = Payments.suspicion(id, SuspicionKind.REVIEW, word.equals("open"));
        add(About.REVIEW, id, 0, at, word, payment -> payment.report(report));
    }

    PaymentType type() {
        return type;
    }

    Payment begin() {
        return type == PaymentType.LINK ? Payments.aPendingPayment() : Payments.anOpenInvoice();
    }

    List<Told> told() {
        return List.copyOf(told);
    }

    /** A client who tries, fails, waits, succeeds, and may want the money back. */
    private void intent(String intent, long start, Random random) {
        long at = start;
        int declines = random.nextInt(3);
        for (int i = 0; i < declines; i++) {
            at += 1 + random.nextInt(5);
            failed(
                    intent,
                    "ch_" + intent + "_" + i,
                    random.nextBoolean() ? "insufficient_funds" : "generic_decline",
                    at);
        }
        String charge = "ch_" + intent;
        int way = random.nextInt(4);
        if (way == 0) {
            at += 1 + random.nextInt(5);
            attempt(About.PROCESSING, AttemptState.PROCESSING, charge, intent, at);
        } else if (way == 1) {
            at += 1 + random.nextInt(5);
            attempt(About.SUBMITTED, AttemptState.SUBMITTED, "cs_" + intent, intent, at);
            attempt(About.WAITING, AttemptState.WAITING, intent, intent, at);
            if (random.nextInt(3) == 0) {
                attempt(About.CALLED_OFF, AttemptState.CANCELED, intent, intent, at + 1);
                return;
            }
        }
        if (random.nextInt(4) == 0) {
            return;
        }
        at += 1 + random.nextInt(5);
        long minor = amount(random);
        paid(intent, charge, minor, at);
        paid(intent, "cs_" + intent, minor, at + random.nextInt(2));
        moneyBack(intent, charge, minor, at, random);
    }

    /** An invoice may be paid in parts; a link by less or more than was asked for. */
    private long amount(Random random) {
        if (type == PaymentType.INVOICE && random.nextInt(3) > 0) {
            return ASKED.minor() / 2;
        }
        return switch (random.nextInt(8)) {
            case 0 -> ASKED.minor() - 1;
            case 1 -> ASKED.minor() / 2;
            case 2 -> ASKED.minor() * 2;
            default -> ASKED.minor();
        };
    }

    private void moneyBack(String intent, String charge, long minor, long at, Random random) {
        for (int i = 0; i < random.nextInt(3); i++) {
            refund("re_" + intent + i, intent, charge, minor / 4 * (1 + random.nextInt(2)), at + 10 + i, random);
        }
        if (random.nextInt(4) == 0) {
            dispute("du_" + intent, intent, charge, minor, at + 20, random);
        }
    }

    private void failed(String intent, String charge, String code, long at) {
        Failure failure = new Failure(code, "No.");
        Consumer<Payment> teller = attempt(AttemptState.FAILED, charge, intent, ASKED.minor(), at, failure);
        add(About.FAILED, intent, 0, at, code, teller);
    }

    private void attempt(About about, AttemptState state, String id, String intent, long at) {
        add(about, intent, 0, at, id, attempt(state, id, intent, ASKED.minor(), at, null));
    }

    private void paid(String intent, String attempt, long minor, long at) {
        add(About.PAID, intent, minor, at, attempt, attempt(AttemptState.PAID, attempt, intent, minor, at, null));
    }

    private static Consumer<Payment> attempt(
            AttemptState state, String id, String intent, long minor, long at, @Nullable Failure failure) {
        AttemptReport report = new AttemptReport(state, id, new IntentId(intent), usd(minor), time(at), failure);
        return payment -> payment.report(report);
    }

    /** Somebody may edit it, lower it by a note, take the note back; in the end it may tell that it is paid. */
    private void invoice(Random random) {
        boolean isEdited = random.nextInt(3) == 0;
        String id = isEdited ? "in_2" : "in_1";
        long total = isEdited ? ASKED.minor() / 2 : ASKED.minor();
        if (isEdited) {
            InvoiceReport old = new InvoiceReport(
                    new InvoiceId("in_1"),
                    null,
                    new InvoiceId(id),
                    InvoiceState.VOID,
                    Payments.sums(ASKED.minor(), 0, 0, 0, 0, 0),
                    new InvoiceReport.Pages(null, null, null),
                    false,
                    null,
                    time(5));
            add(About.INVOICE, "in_1", ASKED.minor(), 5, "void", payment -> payment.report(old));
            stands(id, InvoiceState.OPEN, total, 0, 0, 5);
        }
        long credited = 0;
        if (random.nextInt(3) == 0) {
            credited = total / 3;
            note(credited, id, null, 10);
            stands(id, InvoiceState.OPEN, total, credited, 0, 10);
            if (random.nextBoolean()) {
                note(credited, id, 20L, 20);
                credited = 0;
                stands(id, InvoiceState.OPEN, total, 0, 0, 20);
            }
        }
        int end = random.nextInt(4);
        if (end == 0) {
            stands(id, InvoiceState.PAID, total, credited, total - credited, 1_000 + random.nextInt(50));
        } else if (end == 1) {
            stands(id, InvoiceState.VOID, total, credited, 0, 1_000);
        }
    }

    private void stands(String id, InvoiceState state, long total, long credited, long paid, long at) {
        String revises = id.equals("in_1") ? null : "in_1";
        InvoiceReport report =
                Payments.invoice(id, revises, state, Payments.sums(total, 0, credited, 0, paid, 0), time(at));
        add(About.INVOICE, id, credited, at, state.code(), payment -> payment.report(report));
    }

    private void note(long minor, String invoice, @Nullable Long voidedAt, long at) {
        CreditNoteReport report = new CreditNoteReport(
                "cn_1", new InvoiceId(invoice), usd(minor), null, time(10), voidedAt == null ? null : time(voidedAt));
        add(About.CREDIT, "cn_1", voidedAt == null ? minor : 0, at, null, payment -> payment.report(report));
    }

    private void refund(String id, String intent, String charge, long minor, long at, Random random) {
        refund(id, intent, charge, minor, at, at, RefundState.PENDING);
        if (random.nextInt(3) == 0) {
            refund(id, intent, charge, minor, at, at + 1, RefundState.REQUIRES_ACTION);
            refund(id, intent, charge, minor, at, at + 2, RefundState.PENDING);
        }
        if (random.nextInt(4) > 0) {
            refund(id, intent, charge, minor, at, at + 3, RefundState.SUCCEEDED);
        }
        if (random.nextInt(3) == 0) {
            refund(
                    id,
                    intent,
                    charge,
                    minor,
                    at,
                    at + 4,
                    random.nextBoolean() ? RefundState.FAILED : RefundState.CANCELED);
        }
    }

    private void refund(String id, String intent, String charge, long minor, long madeAt, long at, RefundState state) {
        RefundReport report = new RefundReport(
                id,
                new IntentId(intent),
                new ChargeId(charge),
                usd(minor),
                state,
                null,
                state.isTakenBack() ? "declined" : null,
                time(madeAt),
                time(at));
        told.add(new Told(About.REFUND, id, minor, at, madeAt, state.code(), payment -> payment.report(report)));
    }

    /** Banks change their minds, in both directions. */
    private void dispute(String id, String intent, String charge, long minor, long at, Random random) {
        DisputeState[] states = {
            DisputeState.WARNING_NEEDS_RESPONSE,
            DisputeState.WARNING_CLOSED,
            DisputeState.NEEDS_RESPONSE,
            DisputeState.UNDER_REVIEW,
            DisputeState.WON,
            DisputeState.LOST
        };
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            DisputeState state = states[random.nextInt(states.length)];
            DisputeReport report = new DisputeReport(
                    id,
                    new IntentId(intent),
                    new ChargeId(charge),
                    usd(minor),
                    state,
                    "fraudulent",
                    time(at + 1_000_000),
                    time(at),
                    time(at + i));
            add(About.DISPUTE, id, minor, at + i, state.code(), payment -> payment.report(report));
        }
    }

    private static Amount usd(long minor) {
        return new Amount(minor, "usd");
    }

    private void add(About about, String money, long minor, long at, @Nullable String code, Consumer<Payment> teller) {
        told.add(new Told(about, money, minor, at, at, code, teller));
    }

    static Instant time(long seconds) {
        return Payments.NOON.plusSeconds(seconds);
    }
}
