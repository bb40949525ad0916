package com.operatoros.payments.api;

import com.operatoros.payments.http.ProblemJson;
import com.operatoros.payments.notification.NotificationNotFound;
import com.operatoros.payments.payment.PaymentNotFound;
import com.operatoros.payments.webhook.EventNotFound;
import jakarta.ejb.EJBAccessException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;

/** Turns whatever is thrown into problem+json (rules A2 and A3). */
public class ApiErrors implements ExceptionMapper<Throwable> {

    private static final Logger LOG = System.getLogger(ApiErrors.class.getName());
    private static final int SERVER_ERROR = 500;

    @Override
    public Response toResponse(Throwable cause) {
        if (cause instanceof Problem problem) {
            return problem.response();
        }
        if (cause instanceof PaymentNotFound
                || cause instanceof NotificationNotFound
                || cause instanceof EventNotFound) {
            return Problem.of(Response.Status.NOT_FOUND, "There is none of this id.")
                    .response();
        }
        if (cause instanceof EJBAccessException) {
            return Problem.of(Response.Status.FORBIDDEN, "This needs the role admin.")
                    .response();
        }
        if (cause instanceof WebApplicationException known) {
            return known(known.getResponse());
        }
        String number = UUID.randomUUID().toString();
        LOG.log(Level.ERROR, "A call failed, number " + number, cause);
        return ProblemJson.of(SERVER_ERROR, "Something went wrong. Look for " + number + " in the log.")
                .response();
    }

    private static Response known(Response given) {
        int status = given.getStatus();
        Response problem =
                ProblemJson.of(status, given.getStatusInfo().getReasonPhrase()).response();
        String allow = given.getHeaderString(HttpHeaders.ALLOW);
        return allow == null
                ? problem
                : Response.fromResponse(problem)
                        .header(HttpHeaders.ALLOW, allow)
                        .build();
    }
}
