package com.operatoros.payments.support;

import java.sql.SQLException;
import org.jboss.arquillian.container.spi.client.deployment.Deployment;
import org.jboss.arquillian.container.spi.event.DeployDeployment;
import org.jboss.arquillian.container.spi.event.UnDeployDeployment;
import org.jboss.arquillian.core.api.Event;
import org.jboss.arquillian.core.api.annotation.Inject;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.EventContext;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jspecify.annotations.Nullable;

/**
 * Leaves the application deployed from one class of tests to the next, as long as they look at it from outside:
 * Arquillian would deploy the same archive anew for each of them. What one class has left is not seen to in the next.
 */
public final class KeptDeployment implements LoadableExtension {

    @Override
    public void register(ExtensionBuilder builder) {
        builder.observer(Keeper.class);
    }

    /** Stands in the way of Arquillian's own deployer; public because Arquillian makes it. */
    public static final class Keeper {

        @Inject
        private Event<UnDeployDeployment> undeployments;

        private @Nullable UnDeployDeployment putOff;

        void deploy(@Observes EventContext<DeployDeployment> context) throws SQLException {
            Deployment wanted = context.getEvent().getDeployment();
            if (putOff != null && isFromOutside(wanted)) {
                wanted.deployed();
            } else {
                catchUp();
                context.proceed();
            }
            EarlierPayments.setAside();
        }

        void undeploy(@Observes EventContext<UnDeployDeployment> context) {
            UnDeployDeployment event = context.getEvent();
            if (isFromOutside(event.getDeployment()) && !event.equals(putOff)) {
                event.getDeployment().undeployed();
                putOff = event;
                return;
            }
            context.proceed();
        }

        private void catchUp() {
            if (putOff != null) {
                undeployments.fire(putOff);
                putOff = null;
            }
        }

        /** A test that runs inside the application has an archive of its own. */
        private static boolean isFromOutside(Deployment deployment) {
            return !deployment.getDescription().testable();
        }
    }
}
