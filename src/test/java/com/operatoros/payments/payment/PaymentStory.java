package com.operatoros.payments.payment;

import com.operatoros.payments.gateway.AttemptReport;
import com.operatoros.payments.gateway.AttemptState;
import com.operatoros.payments.gateway.ChargeId;
import com.operatoros.payments.gateway.DisputeReport;
import com.operatoros.payments.gateway.DisputeState;
import com.operatoros.payments.gateway.Failure;
import com.operatoros.payments.gateway.IntentId;
import com.operatoros.payments.gateway.InvoiceId;
import com.operatoros.payments.gateway.RefundReport;
import com.operatoros.payments.gateway.RefundState;
import com.operatoros.payments.money.Amount;
import com.operatoros.payments.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What may happen to a payment at Stripe, what Stripe tells of it, and what it comes to. */
final class PaymentStory {

    private static final Money ASKED = Payments.ASKED;

    private final PaymentType type;
    private final List<Told> told = new ArrayList<>();

    private PaymentStory(PaymentType type) {
        this.type = type;
    }

    /** What a report is about, as the model sees it. */
    enum About {
        PROCESSING,
        FAILED,
        PAID,
        WHOLE,
        REFUND,
        REFUND_BACK,
        DISPUTE_OPEN,
        DISPUTE_OVER,
        END
    }

    /**
     * One report.
     *
     * @param money whose money: the intent, the refund or the dispute
     * @param at when, in seconds after the beginning
     */
    record Told(
            About about,
            String money,
            long minor,
            long at,
            @Nullable String code,
            Consumer<Payment> teller) {
        void tell(Payment payment) {
            teller.accept(payment);
        }

        @Override
        public String toString() {
            return about + " " + money + " " + minor + " @" + at;
        }
    }

    /** What a payment comes to. */
    record Outcome(
            PaymentStatus status,
            long paid,
            long refunded,
            @Nullable Instant paidAt,
            Optional<String> failure,
            Set<Attention> attention,
            boolean isDisputed) {

        static Outcome of(Payment payment) {
            return new Outcome(
                    payment.status(),
                    payment.outcome().amountPaid().minor(),
                    payment.outcome().amountRefunded().minor(),
                    payment.outcome().paidAt(),
                    payment.outcome().failure().map(Failure::code),
                    payment.outcome().attention(),
                    payment.outcome()
                            .dispute()
                            .filter(view -> !view.state().isClosed())
                            .isPresent());
        }
    }

    static PaymentStory random(Random random) {
        PaymentStory story = new PaymentStory(random.nextInt(3) == 0 ? PaymentType.INVOICE : PaymentType.LINK);
        int intents = 1 + random.nextInt(3);
        for (int i = 0; i < intents; i++) {
            story.intent("pi_" + i, 100L * i, random);
        }
        if (story.type == PaymentType.INVOICE && random.nextBoolean()) {
            story.whole(1_000 + random.nextInt(50));
        }
        if (random.nextInt(4) == 0) {
            story.end();
        }
        return story;
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
        if (random.nextInt(3) == 0) {
            at += 1 + random.nextInt(5);
            processing(intent, charge, at);
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

    /** An invoice may be paid in parts. */
    private long amount(Random random) {
        if (type == PaymentType.INVOICE && random.nextInt(3) > 0) {
            return ASKED.minor() / 2;
        }
        return random.nextInt(6) == 0 ? ASKED.minor() - 1 : ASKED.minor();
    }

    private void moneyBack(String intent, String charge, long minor, long at, Random random) {
        for (int i = 0; i < random.nextInt(3); i++) {
            refund("re_" + intent + i, intent, charge, minor / 4, at + 10 + i, random.nextInt(3) == 0);
        }
        if (random.nextInt(4) == 0) {
            dispute("du_" + intent, intent, charge, minor, at + 20, random.nextInt(3));
        }
    }

    private void failed(String intent, String charge, String code, long at) {
        Failure failure = new Failure(code, "No.");
        add(
                About.FAILED,
                intent,
                0,
                at,
                code,
                attempt(AttemptState.FAILED, charge, intent, ASKED.minor(), at, failure));
    }

    private void processing(String intent, String charge, long at) {
        add(
                About.PROCESSING,
                intent + "/" + charge,
                0,
                at,
                null,
                attempt(AttemptState.PROCESSING, charge, intent, ASKED.minor(), at, null));
    }

    private void paid(String intent, String attempt, long minor, long at) {
        add(About.PAID, intent, minor, at, attempt, attempt(AttemptState.PAID, attempt, intent, minor, at, null));
    }

    private static Consumer<Payment> attempt(
            AttemptState state, String id, String intent, long minor, long at, @Nullable Failure failure) {
        AttemptReport report = new AttemptReport(state, id, new IntentId(intent), usd(minor), time(at), failure);
        return payment -> payment.report(report);
    }

    private void whole(long at) {
        AttemptReport report = AttemptReport.ofInvoice(new InvoiceId("in_1"), ASKED.amount(), time(at));
        add(About.WHOLE, "in_1", ASKED.minor(), at, null, payment -> payment.report(report));
    }

    private void refund(String id, String intent, String charge, long minor, long at, boolean fails) {
        add(About.REFUND, id, minor, at, null, refund(id, intent, charge, minor, at, RefundState.PENDING));
        add(About.REFUND, id, minor, at, null, refund(id, intent, charge, minor, at, RefundState.SUCCEEDED));
        if (fails) {
            add(About.REFUND_BACK, id, minor, at, null, refund(id, intent, charge, minor, at, RefundState.FAILED));
        }
    }

    private static Consumer<Payment> refund(
            String id, String intent, String charge, long minor, long at, RefundState state) {
        String why = state == RefundState.FAILED ? "declined" : null;
        RefundReport report = new RefundReport(
                id, new IntentId(intent), new ChargeId(charge), usd(minor), state, null, why, time(at));
        return payment -> payment.report(report);
    }

    private void dispute(String id, String intent, String charge, long minor, long at, int ending) {
        Consumer<Payment> opened = dispute(id, intent, charge, minor, at, DisputeState.NEEDS_RESPONSE);
        add(About.DISPUTE_OPEN, id, minor, at, null, opened);
        if (ending > 0) {
            DisputeState end = ending == 1 ? DisputeState.WON : DisputeState.LOST;
            add(About.DISPUTE_OVER, id, minor, at, null, dispute(id, intent, charge, minor, at, end));
        }
    }

    private static Consumer<Payment> dispute(
            String id, String intent, String charge, long minor, long at, DisputeState state) {
        DisputeReport report = new DisputeReport(
                id,
                new IntentId(intent),
                new ChargeId(charge),
                usd(minor),
                state,
                "fraudulent",
                time(at + 1_000_000),
                time(at));
        return payment -> payment.report(report);
    }

    private static Amount usd(long minor) {
        return new Amount(minor, "usd");
    }

    private void end() {
        add(About.END, "", 0, 0, null, payment -> payment.cancel());
    }

    private void add(About about, String money, long minor, long at, @Nullable String code, Consumer<Payment> teller) {
        told.add(new Told(about, money, minor, at, code, teller));
    }

    private static Instant time(long seconds) {
        return Payments.NOON.plusSeconds(seconds);
    }

    /** The model: money first, then the end, then what is on its way, then what failed last. */
    Outcome outcome(List<Told> known) {
        long intents = known.stream()
                .filter(each -> each.about() == About.PAID)
                .collect(Collectors.toMap(Told::money, Told::minor, (one, same) -> one))
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .sum();
        long paid = has(known, About.WHOLE) ? Math.max(intents, ASKED.minor()) : intents;
        Optional<Long> paidAt = paidAt(known);
        PaymentStatus status = status(known, paidAt.isPresent());
        long refunded = refunded(known);
        boolean isDisputed = known.stream()
                .filter(each -> each.about() == About.DISPUTE_OPEN)
                .anyMatch(open -> !has(known, About.DISPUTE_OVER, open.money()));
        return new Outcome(
                status,
                paid,
                refunded,
                paidAt.map(PaymentStory::time).orElse(null),
                status == PaymentStatus.FAILED ? lastFailure(known) : Optional.empty(),
                attention(known, paid - refunded, paidAt.isPresent(), isDisputed),
                isDisputed);
    }

    /** An invoice knows itself when it was paid; otherwise the first intent with the right amount, or the last part. */
    private Optional<Long> paidAt(List<Told> known) {
        return first(known, About.WHOLE)
                .or(() -> firstOfIntents(known))
                .or(() -> type == PaymentType.INVOICE ? lastPart(known) : Optional.empty());
    }

    /** The parts in the order of their times, each intent once, until they come to what was asked for. */
    private static Optional<Long> lastPart(List<Told> known) {
        Map<String, Told> parts = known.stream()
                .filter(each -> each.about() == About.PAID)
                .collect(Collectors.toMap(
                        Told::money, each -> each, (one, other) -> one.at() <= other.at() ? one : other));
        List<Told> inOrder =
                parts.values().stream().sorted(Comparator.comparing(Told::at)).toList();
        long sum = 0;
        for (Told part : inOrder) {
            sum += part.minor();
            if (sum >= ASKED.minor() && inOrder.size() > 1) {
                return Optional.of(part.at());
            }
        }
        return Optional.empty();
    }

    private static Optional<Long> firstOfIntents(List<Told> known) {
        return known.stream()
                .filter(each -> each.about() == About.PAID && each.minor() == ASKED.minor())
                .map(Told::at)
                .min(Long::compare);
    }

    private static Optional<Long> first(List<Told> known, About about) {
        return known.stream()
                .filter(each -> each.about() == about)
                .map(Told::at)
                .min(Long::compare);
    }

    private static PaymentStatus status(List<Told> known, boolean isPaid) {
        if (isPaid) {
            return PaymentStatus.PAID;
        }
        if (has(known, About.END)) {
            return PaymentStatus.CANCELED;
        }
        // A charge that is on its way until the same charge is told to have arrived, whatever the amount.
        boolean isOnItsWay = known.stream()
                .filter(each -> each.about() == About.PROCESSING)
                .anyMatch(each -> known.stream()
                        .noneMatch(other -> other.about() == About.PAID
                                && each.money().equals(other.money() + "/" + other.code())));
        if (isOnItsWay) {
            return PaymentStatus.PROCESSING;
        }
        return has(known, About.FAILED) ? PaymentStatus.FAILED : PaymentStatus.PENDING;
    }

    private static Optional<String> lastFailure(List<Told> known) {
        return known.stream()
                .filter(each -> each.about() == About.FAILED)
                .max((one, other) -> Long.compare(one.at(), other.at()))
                .map(last -> Objects.requireNonNull(last.code()));
    }

    private static long refunded(List<Told> known) {
        return known.stream()
                .filter(each -> each.about() == About.REFUND && !has(known, About.REFUND_BACK, each.money()))
                .collect(Collectors.toMap(Told::money, Told::minor, (one, same) -> one))
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private Set<Attention> attention(List<Told> known, long kept, boolean isPaid, boolean isDisputed) {
        Set<Attention> attention = EnumSet.noneOf(Attention.class);
        boolean isOdd = known.stream().anyMatch(each -> each.about() == About.PAID && each.minor() != ASKED.minor());
        boolean isUnsettled = !isPaid && has(known, About.PAID);
        if (kept > ASKED.minor()) {
            attention.add(Attention.OVERPAID);
        }
        if (type == PaymentType.LINK ? isOdd : isUnsettled) {
            attention.add(Attention.AMOUNT_MISMATCH);
        }
        if (isPaid && has(known, About.END)) {
            attention.add(Attention.PAID_AFTER_CANCEL);
        }
        if (isDisputed) {
            attention.add(Attention.DISPUTED);
        }
        if (has(known, About.REFUND_BACK)) {
            attention.add(Attention.REFUND_FAILED);
        }
        return attention;
    }

    private static boolean has(List<Told> known, About about) {
        return known.stream().anyMatch(each -> each.about() == about);
    }

    private static boolean has(List<Told> known, About about, String money) {
        return known.stream()
                .anyMatch(each -> each.about() == about && each.money().equals(money));
    }
}
