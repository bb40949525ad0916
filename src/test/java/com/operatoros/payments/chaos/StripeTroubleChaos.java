package com.operatoros.payments.chaos;

import static com.operatoros.payments.chaos.Bill.assertPayableOnce;
import static com.operatoros.payments.chaos.StripeBooks.text;
import static com.operatoros.payments.sandbox.stripe.fault.FaultKind.REFUSED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.operatoros.payments.sandbox.stripe.fault.FaultKind;
import com.operatoros.payments.support.AdminApi.Answer;
import com.operatoros.payments.support.Node;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Stripe or the way to it fails, at each call, before or after its effect (rules E3, G2, P1, O4, O5, S1 and S2). */
@ExtendWith(OwnScene.class)
class StripeTroubleChaos {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Scene scene;

    StripeTroubleChaos(Scene scene) {
        this.scene = scene;
    }

    @AfterEach
    void endTrouble() {
        scene.trouble().end();
    }

    static Stream<Arguments> creations() {
        return eachFailureOf(StripeCall.values());
    }

    @ParameterizedTest
    @MethodSource("creations")
    void a_creation_is_answered_within_ten_seconds_and_ends_with_one_of_everything(
            StripeCall call, FaultKind kind, CallPhase moment) {
        Node node = scene.node();
        Target target = Target.at(call, scene);
        scene.trouble().strike("POST", target.path(), kind, moment);

        long start = System.nanoTime();
        Answer answer = target.create(node);
        Duration waited = Duration.ofNanos(System.nanoTime() - start);

        assertTrue(waited.compareTo(PATIENCE) <= 0, waited::toString);
        assertEquals(answer.status() == 202 ? "creating" : "pending", text(answer.json(), "status"));
        assertTrue(
                Set.of(201, 202).contains(answer.status()),
                () -> answer.response().body());
        assertPayableOnce(scene, target.settledPayment(scene, node));
    }

    static Stream<Arguments> withdrawals() {
        return eachFailureOf(Withdrawal.values());
    }

    @ParameterizedTest
    @MethodSource("withdrawals")
    void a_withdrawal_is_answered_within_ten_seconds_and_happens_once(
            Withdrawal withdrawal, FaultKind kind, CallPhase moment) {
        Node node = scene.node();
        WithdrawnPayment bygone = WithdrawnPayment.billed(withdrawal, scene);
        scene.trouble().strike(withdrawal.method(), bygone.path(), kind, moment);

        long start = System.nanoTime();
        Answer answer = bygone.withdraw(node);
        Duration waited = Duration.ofNanos(System.nanoTime() - start);

        assertTrue(waited.compareTo(PATIENCE) <= 0, waited::toString);
        assertTrue(
                Set.of(200, 202).contains(answer.status()),
                () -> answer.response().body());
        bygone.assertWithdrawnOnce(scene, node);
    }

    static Stream<Arguments> refunds() {
        return eachFailureOf(GivingBack.values());
    }

    @ParameterizedTest
    @MethodSource("refunds")
    void a_refund_is_answered_within_ten_seconds_and_happens_once(GivingBack way, FaultKind kind, CallPhase moment) {
        Node node = scene.node();
        PaidPayment paid = PaidPayment.of(way, scene);
        scene.trouble().strike("POST", way.path(), kind, moment);

        long start = System.nanoTime();
        Answer answer = paid.refund(node);
        Duration waited = Duration.ofNanos(System.nanoTime() - start);

        assertTrue(waited.compareTo(PATIENCE) <= 0, waited::toString);
        assertTrue(
                Set.of(200, 202).contains(answer.status()),
                () -> answer.response().body());
        paid.assertRefundedOnce(scene, node);
    }

    private static Stream<Arguments> eachFailureOf(Enum<?>[] calls) {
        return Arrays.stream(calls)
                .flatMap(call -> Arrays.stream(FaultKind.values())
                        .filter(kind -> kind != REFUSED)
                        .flatMap(kind ->
                                Arrays.stream(CallPhase.values()).map(moment -> Arguments.of(call, kind, moment))));
    }
}
