package com.operatoros.payments.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.operatoros.payments.payment.PaymentModel.Outcome;
import com.operatoros.payments.payment.PaymentStory.Told;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * For any set of reports about one payment every order, with repetitions, ends the same (rule P2): as a model says that
 * knows nothing of states and merges, but looks at what happened to each piece of money.
 */
class FactsInAnyOrderTest {

    private static final int STORIES = 500;
    private static final int ORDERS = 12;

    static LongStream seeds() {
        return LongStream.range(0, STORIES);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_order_ends_as_the_model_says(long seed) {
        Random random = new Random(seed);
        PaymentStory story = PaymentStory.random(random);
        List<Told> part = someOf(story.told(), random);
        Outcome expected = new PaymentModel(story.type(), part).outcome();

        for (int order = 0; order < ORDERS; order++) {
            List<Told> shuffled = shuffled(part, random);
            Payment payment = story.begin();
            shuffled.forEach(told -> told.tell(payment));

            assertEquals(expected, Outcome.of(payment), () -> "seed " + seed + ": " + shuffled);
        }
    }

    private static List<Told> someOf(List<Told> all, Random random) {
        boolean isComplete = random.nextBoolean();
        return all.stream().filter(told -> isComplete || random.nextInt(4) > 0).toList();
    }

    /** Some are told twice. */
    private static List<Told> shuffled(List<Told> told, Random random) {
        List<Told> all = new ArrayList<>(told);
        told.stream().filter(each -> random.nextInt(3) == 0).forEach(all::add);
        Collections.shuffle(all, random);
        return all;
    }
}
