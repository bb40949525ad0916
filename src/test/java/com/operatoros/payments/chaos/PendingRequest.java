package com.operatoros.payments.chaos;

import com.operatoros.payments.support.AdminApi.Answer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** A request of the admin that is on its way; whoever is killed never answers it. */
final class PendingRequest {

    private static final int PATIENCE_SECONDS = 60;

    private final CompletableFuture<Answer> answer;

    private PendingRequest(CompletableFuture<Answer> answer) {
        this.answer = answer;
    }

    static PendingRequest send(Supplier<Answer> request) {
        return new PendingRequest(CompletableFuture.supplyAsync(request, task -> {
            Thread thread = new Thread(task, "request-underway");
            thread.setDaemon(true);
            thread.start();
        }));
    }

    Answer await() throws InterruptedException, ExecutionException, TimeoutException {
        return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
