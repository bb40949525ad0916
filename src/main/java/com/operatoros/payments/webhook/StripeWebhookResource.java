package com.operatoros.payments.webhook;

import com.operatoros.payments.stripe.StripeEvent;
import com.operatoros.payments.stripe.StripeEventReader;
import com.operatoros.payments.stripe.StripeSignature;
import com.operatoros.payments.stripe.UnreadableEvent;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Stripe's deliveries: checked, read, handed over, answered after the commit. */
@Path("stripe")
@ApplicationScoped
public class StripeWebhookResource {

    private static final Logger LOG = System.getLogger(StripeWebhookResource.class.getName());
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;

    /** An answer is due within two seconds, even from a database that has stopped to answer. */
    private static final Duration PATIENCE = Duration.ofMillis(1_500);

    @Inject
    private StripeSignature signature;

    @Inject
    private StripeEventReader reader;

    @Inject
    private WebhookSettings settings;

    @EJB
    private EventInbox inbox;

    @Inject
    private EventQueue queue;

    @Inject
    private Refusals refusals;

    @Resource
    private ManagedExecutorService executor;

    @Context
    private @Nullable HttpServletRequest request;

    /** Takes one delivery; the bytes are checked as they came, before anything reads them. */
    @POST
    @Consumes(MediaType.WILDCARD)
    public Response receive(InputStream stream, @HeaderParam("Stripe-Signature") @Nullable String header) {
        if (request != null && !settings.mayDeliver(request.getRemoteAddr())) {
            return Answers.problem(FORBIDDEN, "This address may not deliver events.");
        }
        try {
            byte[] body = DeliveryBody.read(stream);
            Optional<String> payload = signature.verify(body, header);
            if (payload.isEmpty()) {
                refusals.note("its signature is missing, wrong, too old or too new");
                return Answers.problem(BAD_REQUEST, "The signature is missing, wrong, too old or too new.");
            }
            return accept(payload.get());
        } catch (DeliveryBody.Refused e) {
            return Answers.problem(e.status(), e.detail());
        } catch (UnreadableEvent e) {
            refusals.note("it is signed, but no event: " + e.getMessage());
            return Answers.problem(BAD_REQUEST, "The body is not an event.");
        }
    }

    /** Hardly any is thin, so that is looked at only when it is not what is expected. */
    private Response accept(String payload) throws UnreadableEvent {
        try {
            StripeEvent event = reader.read(payload);
            return answer(event.toString(), () -> queue.take(event));
        } catch (UnreadableEvent e) {
            String type = reader.findThin(payload).orElseThrow(() -> e);
            return answer("a thin event (" + type + ")", () -> executor.submit(() -> inbox.acknowledge(type)));
        }
    }

    /** What takes longer than Stripe should wait may still be stored: the repetition is then known as such. */
    private static Response answer(String event, Supplier<Future<EventOutcome>> effect) {
        try {
            return Answers.received(awaited(effect.get()));
        } catch (ExecutionException | RejectedExecutionException | TimeoutException e) {
            LOG.log(Level.ERROR, "Event " + event + " is not stored; Stripe will repeat it", e);
            return Answers.unavailable();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answers.unavailable();
        }
    }

    private static EventOutcome awaited(Future<EventOutcome> outcome)
            throws ExecutionException, TimeoutException, InterruptedException {
        try {
            return outcome.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            // Nobody waits for it any more.
            outcome.cancel(false);
        }
    }
}
