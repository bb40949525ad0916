package com.operatoros.payments.reconcile;

import com.operatoros.payments.webhook.OpenQuestion;
import com.operatoros.payments.webhook.OpenQuestions;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** Asks Stripe every two seconds, on every node, what events could not tell (rule R5). */
@Singleton
@DependsOn("Startup")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class QuestionWorker {

    private static final Logger LOG = System.getLogger(QuestionWorker.class.getName());

    @EJB
    private OpenQuestions questions;

    @Inject
    private Sync sync;

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    public void ask() {
        try {
            questions.askAboutMatches();
            boolean goesOn = true;
            while (goesOn) {
                Optional<OpenQuestion> question = questions.claimNext();
                goesOn = question.isPresent() && isAnswered(question.get());
            }
        } catch (RuntimeException e) {
            // A timer that fails is given up by the container; a database that is away now may be back in a moment.
            LOG.log(Level.WARNING, "Open questions could not be asked: {0}", e.toString());
        }
    }

    /** While Stripe does not answer, the next question need not be asked. */
    private boolean isAnswered(OpenQuestion question) {
        try {
            return sync.run(question.paymentId(), Evidence.ofEvent(question.eventId()))
                    .tellTo(new Recording(question));
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "The answer about payment " + question.paymentId() + " could not be taken", e);
            questions.postpone(question, e.getClass().getSimpleName());
            return true;
        }
    }

    /** What each answer means for the question; whether the next one can be asked. */
    private final class Recording implements SyncResult.Reader<Boolean> {
        private final OpenQuestion question;

        Recording(OpenQuestion question) {
            this.question = question;
        }

        @Override
        public Boolean done(SyncResult.Done done) {
            questions.settle(question);
            return true;
        }

        @Override
        public Boolean nothingToAsk(SyncResult.NothingToAsk nothing) {
            questions.postpone(question, "no id is known yet");
            return true;
        }

        @Override
        public Boolean unclear(SyncResult.Unclear unclear) {
            questions.postpone(question, "Stripe's answer is not understood");
            return true;
        }

        @Override
        public Boolean unreachable(SyncResult.Unreachable silence) {
            questions.postpone(question, silence.trouble());
            return false;
        }
    }

    @Schedule(hour = "*", minute = "27", persistent = false)
    public void forget() {
        try {
            questions.forgetOld();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Old events are not forgotten yet: {0}", e.toString());
        }
    }
}
