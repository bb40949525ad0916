package com.operatoros.payments.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.PermissionException;
import com.stripe.exception.StripeException;
import com.stripe.model.HasId;
import com.stripe.model.StripeCollection;
import com.stripe.service.V1Services;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Asks Stripe at the pace of a sweep; every page of a list is a call (rule S5). */
@ApplicationScoped
class StripeQuestions {

    /** The most that Stripe puts on a page. */
    static final long PAGE = 100;

    @Inject
    private StripeConnection connection;

    @Inject
    private RateLimit limit;

    @Inject
    private Clock clock;

    /** The time of an answer to what is asked now, in whole seconds as Stripe's own. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** What is asked for. */
    interface Question<T> {
        T ask(V1Services stripe) throws StripeException;
    }

    /** One page of a list. */
    interface Page<T extends HasId> {
        StripeCollection<T> ask(V1Services stripe, @Nullable String after) throws StripeException;
    }

    /** An object; nothing when Stripe does not know it. */
    <T> Optional<T> find(Question<T> question) throws StripeUnreachable {
        return find(question, StripeFailures::isMissing);
    }

    /** The same of what we can do without: nothing either when our key may not read it. */
    <T> Optional<T> findIfAllowed(Question<T> question) throws StripeUnreachable {
        return find(question, e -> StripeFailures.isMissing(e) || e instanceof PermissionException);
    }

    private <T> Optional<T> find(Question<T> question, Predicate<StripeException> isNothing) throws StripeUnreachable {
        try {
            return Optional.of(question.ask(turn()));
        } catch (StripeException e) {
            if (isNothing.test(e)) {
                return Optional.empty();
            }
            throw StripeFailures.unreachable(e);
        } catch (RuntimeException e) {
            throw unreadable(e);
        }
    }

    /** All pages of a list, in Stripe's order: the newest first. */
    <T extends HasId> List<T> all(Page<T> page) throws StripeUnreachable {
        List<T> all = new ArrayList<>();
        boolean hasMore = true;
        while (hasMore) {
            StripeCollection<T> part =
                    part(page, all.isEmpty() ? null : all.get(all.size() - 1).getId());
            all.addAll(part.getData());
            hasMore = Boolean.TRUE.equals(part.getHasMore()) && !part.getData().isEmpty();
        }
        return all;
    }

    private <T extends HasId> StripeCollection<T> part(Page<T> page, @Nullable String after) throws StripeUnreachable {
        try {
            return page.ask(turn(), after);
        } catch (StripeException e) {
            throw StripeFailures.unreachable(e);
        } catch (RuntimeException e) {
            throw unreadable(e);
        }
    }

    private V1Services turn() throws StripeUnreachable {
        Optional<StripeClient> client = connection.client();
        if (client.isEmpty()) {
            throw new StripeUnreachable("STRIPE_SECRET_KEY is not set");
        }
        limit.await();
        return client.get().v1();
    }

    /** The SDK throws unchecked exceptions for answers that it can't read. */
    private static StripeUnreachable unreadable(RuntimeException e) {
        return new StripeUnreachable(
                "Stripe's answer could not be read: " + e.getClass().getSimpleName());
    }
}
