package com.operatoros.payments.notification.feed;

import static java.util.concurrent.TimeUnit.SECONDS;

import com.operatoros.payments.outbox.Handover;
import com.operatoros.payments.text.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Posts a notification to OperatorOS (rules F2, F3 and F5). */
@ApplicationScoped
class OperatorOsGateway {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(3);
    private static final int LIMIT_SECONDS = 10;
    private static final int SUCCESS = 2;
    private static final int CLASS = 100;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_LIMIT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    @Inject
    private FeedSettings settings;

    @Inject
    private Clock clock;

    Handover post(Edition edition) {
        // The limit of the request alone would end with the headers of the answer.
        CompletableFuture<HttpResponse<Void>> call =
                http.sendAsync(request(edition), HttpResponse.BodyHandlers.discarding());
        try {
            return answer(call.get(LIMIT_SECONDS, SECONDS));
        } catch (TimeoutException e) {
            call.cancel(true);
            return later("timeout");
        } catch (ExecutionException e) {
            return trouble(e.getCause());
        } catch (InterruptedException e) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            return later("timeout");
        }
    }

    private HttpRequest request(Edition edition) {
        String secret = Objects.requireNonNull(settings.secret());
        return HttpRequest.newBuilder(Objects.requireNonNull(settings.receiver()))
                .timeout(Duration.ofSeconds(LIMIT_SECONDS))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", edition.idempotencyKey())
                .header("X-OperatorOS-Notification", Long.toString(edition.notificationId()))
                .header("X-OperatorOS-Signature", FeedSignature.of(edition.body(), secret, clock.instant()))
                .POST(HttpRequest.BodyPublishers.ofString(edition.body()))
                .build();
    }

    private static Handover answer(HttpResponse<Void> response) {
        if (response.statusCode() / CLASS == SUCCESS) {
            return Handover.taken();
        }
        Message reason = Message.of("feed.trouble.answer", Integer.toString(response.statusCode()));
        return Handover.later(reason, wish(response));
    }

    /** Only as a number of seconds; a date is one of a clock that may differ from ours. */
    private static Duration wish(HttpResponse<Void> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .orElse(Duration.ZERO);
    }

    private static Handover trouble(@Nullable Throwable cause) {
        if (cause instanceof HttpTimeoutException) {
            return later("timeout");
        }
        String words = cause == null ? null : cause.getMessage();
        return later("unreachable", words == null ? "no connection" : words);
    }

    private static Handover later(String text, Object... values) {
        return Handover.later(Message.of("feed.trouble." + text, values));
    }
}
