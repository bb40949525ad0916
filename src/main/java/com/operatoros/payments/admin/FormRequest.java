package com.operatoros.payments.admin;

import com.operatoros.payments.request.Initiator;
import com.operatoros.payments.request.RequestGate;
import com.operatoros.payments.request.Verdict;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lets what a form asks for happen once for each time that the form was shown (rule V5). */
@Named
@RequestScoped
public class FormRequest {

    private static final Logger LOG = System.getLogger(FormRequest.class.getName());
    private static final Pattern TOKEN = Pattern.compile("[0-9a-f-]{36}");

    @Inject
    private HttpServletRequest request;

    @Inject
    private Shell shell;

    @Inject
    private RequestGate gate;

    private final String token = UUID.randomUUID().toString();
    private @Nullable String later;
    private String obstacle = "";
    private @Nullable UUID earlierPayment;

    /** Tells the form that is being shown from all others; the form sends it as {@code token}. */
    public String getToken() {
        return token;
    }

    /**
     * Does what the form asks for, unless the same has been done.
     *
     * @param purpose for which of the buttons
     * @param said all that the form says
     * @param deed returns where to go now; null when nothing was done
     * @return where to go; null when nothing was done, or an obstacle is in the way
     */
    public @Nullable String once(
            String purpose, List<? extends @Nullable Object> said, Function<Initiator, @Nullable String> deed) {
        Initiator by = sender(purpose);
        Verdict verdict = gate.judge(by, RequestGate.hash(said));
        return verdict.tellTo(new Obeying(by, deed)).orElse(null);
    }

    /** Where each verdict leads; nowhere when nothing was done, or an obstacle is in the way. */
    private final class Obeying implements Verdict.Reader<Optional<String>> {
        private final Initiator by;
        private final Function<Initiator, @Nullable String> deed;

        Obeying(Initiator by, Function<Initiator, @Nullable String> deed) {
            this.by = by;
            this.deed = deed;
        }

        @Override
        public Optional<String> fresh(Verdict.Fresh fresh) {
            return Optional.ofNullable(carryOut(by, deed));
        }

        @Override
        public Optional<String> answered(Verdict.Answered answered) {
            return Optional.of(answered.answer());
        }

        @Override
        public Optional<String> interrupted(Verdict.Interrupted interrupted) {
            return Optional.of(PaymentAddress.of(interrupted.paymentId()));
        }

        @Override
        public Optional<String> busy(Verdict.Busy busy) {
            obstacle = "busy";
            return Optional.empty();
        }

        @Override
        public Optional<String> taken(Verdict.Taken taken) {
            earlierPayment = taken.paymentId();
            obstacle = earlierPayment == null ? "busy" : "taken";
            return Optional.empty();
        }
    }

    private @Nullable String carryOut(Initiator by, Function<Initiator, @Nullable String> deed) {
        boolean isOver = false;
        String destination = null;
        try {
            destination = deed.apply(by);
            isOver = true;
        } finally {
            keep(by, isOver && destination == null ? later : destination);
        }
        return destination;
    }

    private void keep(Initiator by, @Nullable String answer) {
        try {
            if (answer == null) {
                gate.release(by);
            } else {
                gate.answer(by, HttpServletResponse.SC_SEE_OTHER, answer);
            }
        } catch (RuntimeException e) {
            // What was done is done and must be told; the same form again finds the payment that it has touched.
            LOG.log(Level.ERROR, "The answer to a form could not be kept", e);
        }
    }

    /** Where the form leads if it is sent again as it was; now it is shown once more. */
    public void leadLater(String destination) {
        later = destination;
    }

    /** Without a token, which only something else than our form leaves out, every request is a new one. */
    private Initiator sender(String purpose) {
        String sent = Optional.ofNullable(request.getParameter("token"))
                .filter(TOKEN.asMatchPredicate())
                .orElse(token);
        return new Initiator(String.valueOf(shell.userName()), "form:" + sent + ":" + purpose);
    }

    /** What kept it from being done, as a part of the keys of its texts; empty when nothing did. */
    public String getObstacle() {
        return obstacle;
    }

    /** The payment that was made when the same form was sent with something else in it. */
    public @Nullable UUID getEarlierPayment() {
        return earlierPayment;
    }
}
