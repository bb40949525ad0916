package com.operatoros.payments.webhook;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Answers what nothing else has answered, without telling a stranger why. */
public class WebhookErrors implements ExceptionMapper<Throwable> {

    private static final Logger LOG = System.getLogger(WebhookErrors.class.getName());

    @Override
    public Response toResponse(Throwable cause) {
        if (cause instanceof WebApplicationException known) {
            return Answers.problem(known.getResponse().getStatus(), "The request was not understood.");
        }
        LOG.log(Level.ERROR, "A delivery could not be handled", cause);
        return Answers.unavailable();
    }
}
