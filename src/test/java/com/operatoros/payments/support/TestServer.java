package com.operatoros.payments.support;

import java.sql.SQLException;
import org.jboss.arquillian.container.spi.event.container.AfterDeploy;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.LoadableExtension;

/**
 * Gets the server ready into which Arquillian puts the tests that run inside the application; each class of them has an
 * archive of its own. What one class has left is not dealt with in the next.
 */
public final class TestServer implements LoadableExtension {

    /** Comes before Arquillian reads its settings, which have the port of the server. */
    @Override
    public void register(ExtensionBuilder builder) {
        TestEnvironment.prepareServer();
        builder.observer(Order.class);
    }

    /** Begins each class anew; public because Arquillian makes it. */
    public static final class Order {

        void begin(@Observes AfterDeploy event) throws SQLException {
            EarlierPayments.setAside();
        }
    }
}
