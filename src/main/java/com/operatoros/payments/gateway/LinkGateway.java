package com.operatoros.payments.gateway;

import java.util.Set;

/**
 * Makes payment links at the gateway, looks for them, and switches them off and on. No method throws: what is not known
 * is an outcome of its own. A method that looks something up changes nothing.
 */
public interface LinkGateway {

    /** Asks for a link that can be paid once. */
    CallOutcome create(LinkRequest request, CallTerms terms);

    /** Looks for a link that an earlier call may have made. */
    CallOutcome find(LinkRequest request, CallTerms terms);

    /** Switches the link off. */
    CallOutcome deactivate(LinkId link, CallTerms terms);

    /**
     * Ends the pages on which somebody could still pay, and what somebody has chosen to transfer and has not; refused when somebody has
     * paid.
     *
     * @param known whose money is known to be here, which is no reason to refuse
     */
    CallOutcome expireSessions(LinkId link, Set<IntentId> known, CallTerms terms);

    /** Switches the link on again. */
    CallOutcome activate(LinkId link, CallTerms terms);

    /**
     * Lets a link be paid once more, of which a delayed payment that failed has used up the one time; the answer names the link unless it
     * took payments all the time.
     */
    CallOutcome allowAnother(LinkId link, CallTerms terms);
}
