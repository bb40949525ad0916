package com.operatoros.payments.api;

import com.operatoros.payments.http.ProblemJson;
import com.operatoros.payments.request.Initiator;
import com.operatoros.payments.request.RequestGate;
import com.operatoros.payments.request.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Carries each POST with an {@code Idempotency-Key} out once a day (rule A4). */
@Provider
@ApplicationScoped
public class IdempotencyFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final Logger LOG = System.getLogger(IdempotencyFilter.class.getName());

    private static final String HEADER = "Idempotency-Key";
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final Pattern CREATION =
            Pattern.compile("/admin/(api/payments|api/payments/create|payments/create)$");

    @Inject
    private RequestGate gate;

    @Inject
    private Caller caller;

    @Inject
    private PaymentJson json;

    @Override
    public void filter(ContainerRequestContext request) {
        String key = request.getHeaderString(HEADER);
        if (key == null || !request.getMethod().equals(HttpMethod.POST)) {
            return;
        }
        if (!KEY.matcher(key).matches()) {
            request.abortWith(Problem.of(
                            Response.Status.BAD_REQUEST,
                            "The Idempotency-Key must have 1 to 255 printable ASCII characters without spaces.")
                    .response());
            return;
        }
        String hash = hash(request);
        gate.judge(initiator(request, key), hash)
                .tellTo(new KnownAnswer())
                .ifPresentOrElse(request::abortWith, () -> caller.keyedBy(key));
    }

    /** What is answered without carrying anything out. */
    private final class KnownAnswer implements Verdict.Reader<Optional<Response>> {
        @Override
        public Optional<Response> fresh(Verdict.Fresh fresh) {
            return Optional.empty();
        }

        @Override
        public Optional<Response> answered(Verdict.Answered answered) {
            return Optional.of(replay(answered));
        }

        @Override
        public Optional<Response> interrupted(Verdict.Interrupted interrupted) {
            return Optional.of(ok(json.of(interrupted.paymentId()).toString()));
        }

        @Override
        public Optional<Response> busy(Verdict.Busy busy) {
            return conflict("The first request of this Idempotency-Key is not answered.");
        }

        @Override
        public Optional<Response> taken(Verdict.Taken taken) {
            return conflict("This Idempotency-Key belongs to another request.");
        }

        private static Optional<Response> conflict(String detail) {
            return Optional.of(Problem.of(Response.Status.CONFLICT, detail).response());
        }
    }

    private static Response replay(Verdict.Answered answered) {
        boolean isRefusal = Response.Status.Family.familyOf(answered.status()) != Response.Status.Family.SUCCESSFUL;
        return isRefusal
                ? Response.status(answered.status())
                        .type(ProblemJson.MEDIA_TYPE)
                        .entity(answered.answer())
                        .build()
                : ok(answered.answer());
    }

    private static Response ok(String body) {
        return Response.ok(body, MediaType.APPLICATION_JSON_TYPE).build();
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        String key = caller.key();
        if (key == null) {
            return;
        }
        Initiator by = initiator(request, key);
        boolean isKept = response.getStatusInfo().getFamily() == Response.Status.Family.SUCCESSFUL
                || response.getStatus() == Problem.UNPROCESSABLE;
        String body = response.getEntity() == null ? "" : response.getEntity().toString();
        try {
            if (isKept) {
                gate.answer(by, response.getStatus(), body);
            } else {
                gate.release(by, response.getStatus(), body);
            }
        } catch (RuntimeException e) {
            // What was done is done and must be told; the same request again finds the payment it has touched.
            LOG.log(Level.ERROR, "An answer could not be kept for its Idempotency-Key", e);
        }
    }

    private static Initiator initiator(ContainerRequestContext request, String key) {
        return new Initiator(request.getSecurityContext().getUserPrincipal().getName(), key);
    }

    /** The body is read here, and given back to whoever reads it next. */
    private static String hash(ContainerRequestContext request) {
        byte[] body = JsonBody.bytes(request.getEntityStream());
        request.setEntityStream(new ByteArrayInputStream(body));
        return RequestGate.hash(List.of(purpose(request), HexFormat.of().formatHex(body)));
    }

    /** The creation has several addresses. */
    private static String purpose(ContainerRequestContext request) {
        String path = request.getUriInfo().getRequestUri().getRawPath();
        return CREATION.matcher(path).find() ? "create" : path;
    }
}
