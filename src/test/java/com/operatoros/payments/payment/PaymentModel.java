package com.operatoros.payments.payment;

import com.operatoros.payments.gateway.Failure;
import com.operatoros.payments.payment.PaymentStory.About;
import com.operatoros.payments.payment.PaymentStory.Told;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a payment comes to, said once more and otherwise: it knows nothing of rows and merges, but asks of each thing what was said
 * of it last. Long since it says all that the application says, by itself.
 */
record PaymentModel(PaymentType type, List<Told> known) {

    private static final long ASKED = PaymentStory.ASKED.minor();

    /** What a payment comes to. */
    record Outcome(
            PaymentStatus status,
            long asked,
            long paid,
            long refunded,
            long credited,
            long outstanding,
            @Nullable Instant paidAt,
            Optional<String> failure,
            Set<Attention> attention,
            boolean isDisputed) {

        static Outcome of(Payment payment) {
            return new Outcome(
                    payment.status(),
                    payment.amount().minor(),
                    payment.outcome().amountPaid().minor(),
                    payment.outcome().amountRefunded().minor(),
                    payment.outcome().credited().minor(),
                    payment.outcome().outstanding().minor(),
                    payment.outcome().paidAt(),
                    payment.outcome().failure().map(Failure::code),
                    payment.outcome().attention(),
                    payment.outcome()
                            .dispute()
                            .filter(view -> !view.state().isClosed())
                            .isPresent());
        }
    }

    Outcome outcome() {
        Optional<Long> paidAt = paidAt();
        PaymentStatus status = status(paidAt.isPresent());
        long here = type == PaymentType.INVOICE ? paid() : kept();
        return new Outcome(
                status,
                asked(),
                paid(),
                refunded("succeeded"),
                credited(),
                status.isOpen() ? Math.max(0, payable() - here) : 0,
                paidAt.map(PaymentStory::time).orElse(null),
                status == PaymentStatus.FAILED ? lastFailure() : Optional.empty(),
                attention(paidAt.isPresent()),
                latest(About.DISPUTE).anyMatch(PaymentModel::isOpenDispute));
    }

    /** The invoice that is to be paid: the edited one as soon as it was heard of. */
    private @Nullable String invoice() {
        if (type == PaymentType.LINK) {
            return null;
        }
        if (all(About.INVOICE).anyMatch(told -> told.money().equals("in_2"))) {
            return "in_2";
        }
        boolean isEdited =
                isEdited() && all(About.INVOICE).anyMatch(told -> told.money().equals("in_1"));
        return isEdited ? null : "in_1";
    }

    /** Only an invoice that is edited is voided within five seconds. */
    private boolean isEdited() {
        return all(About.INVOICE).anyMatch(told -> told.says("void") && told.at() == 5);
    }

    private long asked() {
        return "in_2".equals(invoice()) ? ASKED / 2 : ASKED;
    }

    private long payable() {
        return asked() - credited();
    }

    /** The latest word about it, by whoever said it. */
    private long credited() {
        String current = invoice();
        if (current == null) {
            return 0;
        }
        Optional<Told> end = end(current);
        long odd = end.isPresent() ? 0 : olderThanTheInvoice(current);
        return end.or(() -> Stream.concat(
                                all(About.INVOICE).filter(told -> told.money().equals(current)), all(About.CREDIT))
                        .max(Comparator.comparing(Told::at)))
                .map(told -> Math.max(odd, told.minor()))
                .orElse(0L);
    }

    /** A note that nobody has voided counts when it is older than all that was said of its invoice. */
    private long olderThanTheInvoice(String current) {
        boolean isOpenedEarly = current.equals("in_1")
                || all(About.INVOICE).anyMatch(told -> told.money().equals(current) && told.at() <= 10);
        boolean isVoid = all(About.CREDIT).anyMatch(told -> told.minor() == 0);
        return isOpenedEarly || isVoid
                ? 0
                : all(About.CREDIT).mapToLong(Told::minor).max().orElse(0);
    }

    private Optional<Told> end(String invoice) {
        return all(About.INVOICE)
                .filter(told -> told.money().equals(invoice) && !told.says("open"))
                .max(Comparator.comparing(Told::at));
    }

    private boolean endsAs(String state) {
        String current = invoice();
        return current != null && end(current).filter(told -> told.says(state)).isPresent();
    }

    /** Each intent once. */
    private List<Told> payments() {
        Map<String, Told> payments = new LinkedHashMap<>();
        all(About.PAID)
                .sorted(Comparator.comparing(Told::at))
                .forEach(told -> payments.putIfAbsent(told.money(), told));
        return List.copyOf(payments.values());
    }

    private long paid() {
        long intents = payments().stream().mapToLong(Told::minor).sum();
        return endsAs("paid") ? Math.max(intents, payable()) : intents;
    }

    private long refunded(String state) {
        return latest(About.REFUND)
                .filter(told -> told.says(state))
                .mapToLong(Told::minor)
                .sum();
    }

    private long kept() {
        return paid() - refunded("succeeded") - refunded("pending") - refunded("requires_action");
    }

    private Optional<Long> paidAt() {
        if (endsAs("paid")) {
            return end(Objects.requireNonNull(invoice())).map(Told::at);
        }
        Optional<Long> exact = all(About.PAID)
                .filter(told -> told.minor() == payable())
                .map(Told::at)
                .min(Long::compare);
        Optional<Long> settled =
                Stream.of(exact, sumReached()).flatMap(Optional::stream).min(Long::compare);
        return settled.isPresent() || !has(About.ACCEPTED)
                ? settled
                : Optional.of(
                        payments().stream().map(Told::at).max(Long::compare).orElse(5_000L));
    }

    /** When the books first balanced: what came, for a link without what went back by then. */
    private Optional<Long> sumReached() {
        List<Told> moves = new ArrayList<>(payments());
        if (type == PaymentType.LINK) {
            latest(About.REFUND).filter(told -> !isTakenBack(told)).forEach(moves::add);
        }
        moves.sort(Comparator.comparing(Told::begunAt));
        long here = 0;
        for (Told move : moves) {
            here += move.is(About.REFUND) ? -move.minor() : move.minor();
            if (type == PaymentType.LINK ? here == payable() : here >= payable()) {
                return Optional.of(move.begunAt());
            }
        }
        return Optional.empty();
    }

    private PaymentStatus status(boolean isPaid) {
        if (isPaid) {
            return PaymentStatus.PAID;
        }
        if (has(About.END) || endsAs("void")) {
            return PaymentStatus.CANCELED;
        }
        if (isOnItsWay()) {
            return PaymentStatus.PROCESSING;
        }
        boolean isWaiting = all(About.WAITING).anyMatch(told -> !isOver(told));
        return has(About.FAILED) && !isWaiting ? PaymentStatus.FAILED : PaymentStatus.PENDING;
    }

    private boolean isOnItsWay() {
        boolean isCharged = all(About.PROCESSING)
                .anyMatch(told -> all(About.PAID).noneMatch(paid -> paid.says(String.valueOf(told.code()))));
        boolean isSubmitted = all(About.SUBMITTED).anyMatch(told -> !isOver(told) && !has(About.WAITING, told.money()));
        return isCharged || isSubmitted;
    }

    /** Whether anything was said of the intent that goes further than a client who is through with the page. */
    private boolean isOver(Told told) {
        String intent = told.money();
        boolean hasFailedSince =
                all(About.FAILED).anyMatch(failed -> failed.money().equals(intent) && failed.at() >= told.at());
        return has(About.PAID, intent) || hasFailedSince || has(About.CALLED_OFF, intent);
    }

    private Optional<String> lastFailure() {
        return all(About.FAILED).max(Comparator.comparing(Told::at)).map(last -> Objects.requireNonNull(last.code()));
    }

    private Set<Attention> attention(boolean isPaid) {
        Set<Attention> attention = EnumSet.noneOf(Attention.class);
        boolean isAccepted = has(About.ACCEPTED);
        long accepted = all(About.ACCEPTED).mapToLong(Told::minor).max().orElse(0);
        if (kept() - taken() > Math.max(accepted, payable())) {
            attention.add(Attention.OVERPAID);
        }
        boolean isFree = has(About.FREE) && status(isPaid).isWaitedFor() && kept() <= 0;
        if (isFree || !isAccepted && type == PaymentType.LINK && !isPaid && kept() > 0) {
            attention.add(Attention.AMOUNT_MISMATCH);
        }
        if (!isAccepted && isPaid && (has(About.END) || endsAs("void"))) {
            attention.add(Attention.PAID_AFTER_CANCEL);
        }
        if (latest(About.DISPUTE).anyMatch(told -> String.valueOf(told.code()).endsWith("needs_response"))) {
            attention.add(Attention.DISPUTED);
        }
        boolean isReviewed = all(About.REVIEW)
                .anyMatch(told -> told.says("open")
                        && all(About.REVIEW)
                                .noneMatch(other ->
                                        other.says("over") && other.money().equals(told.money())));
        if (isReviewed) {
            attention.add(Attention.UNDER_REVIEW);
        }
        if (latest(About.REFUND).anyMatch(PaymentModel::isTakenBack)) {
            attention.add(Attention.REFUND_FAILED);
        }
        return attention;
    }

    /** What banks have taken of money that is known to have come. */
    private long taken() {
        return latest(About.DISPUTE)
                .filter(told ->
                        !told.says("won") && !String.valueOf(told.code()).startsWith("warning"))
                .filter(told -> has(About.PAID, told.money().substring("du_".length())))
                .mapToLong(Told::minor)
                .sum();
    }

    private static boolean isTakenBack(Told refund) {
        return refund.says("failed") || refund.says("canceled");
    }

    private static boolean isOpenDispute(Told dispute) {
        return !dispute.says("won") && !dispute.says("lost") && !dispute.says("warning_closed");
    }

    private Stream<Told> all(About about) {
        return known.stream().filter(told -> told.is(about));
    }

    /** Of each thing what was said of it last. */
    private Stream<Told> latest(About about) {
        Map<String, Told> latest = new LinkedHashMap<>();
        all(about).sorted(Comparator.comparing(Told::at)).forEach(told -> latest.put(told.money(), told));
        return latest.values().stream();
    }

    private boolean has(About about) {
        return all(about).findAny().isPresent();
    }

    private boolean has(About about, String money) {
        return all(about).anyMatch(told -> told.money().equals(money));
    }
}
